// Every command, typed. A test compares this table with package.json.

export const commandNames = [
	'glossator.annotate',
	'glossator.annotateSeed',
	'glossator.annotation.changeKind',
	'glossator.annotation.confirm',
	'glossator.annotation.delete',
	'glossator.annotation.editNote',
	'glossator.annotation.goTo',
	'glossator.annotation.openSidecar',
	'glossator.annotation.reattach',
	'glossator.annotation.reopen',
	'glossator.annotation.reply',
	'glossator.annotation.resolve',
	'glossator.annotation.tag',
	'glossator.annotations.clearFilter',
	'glossator.annotations.filter',
	'glossator.annotations.next',
	'glossator.annotations.previous',
	'glossator.changes.choose',
	'glossator.changes.compareText',
	'glossator.changes.refresh',
	'glossator.changes.show',
	'glossator.chooseCounterpart',
	'glossator.goToActor',
	'glossator.jumpToParallel',
	'glossator.referencesToActor',
	'glossator.showLog',
	'glossator.undo',
] as const;

export type CommandName = (typeof commandNames)[number];
