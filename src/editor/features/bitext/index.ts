// Two texts as one: jump, peek, turn to the next language, read side by side, and the mark at each paragraph.
import { commands, Disposable, Selection, Uri, window } from 'vscode';
import type { CommandName } from '../../commands';
import type { Services } from '../../services/services';
import { Highlights } from './highlights';
import { Jumper, type JumpOptions } from './jump';
import { registerMarks } from './marks';
import { peek } from './peek';
import { Reporter } from './reporter';
import { SideBySide } from './side-by-side';

/** What links and other features' commands give. URIs as strings, since they come through JSON. */
interface Given {
	readonly uri?: string;
	readonly paragraph?: number;
	/** Another version than the one it is read with. */
	readonly to?: string;
	readonly preserveFocus?: boolean;
}

export function registerBitext(services: Services): Disposable {
	const { guard } = services;
	const highlights = new Highlights(services);
	const reporter = new Reporter();
	const jumper = new Jumper(services, highlights, reporter);
	const sideBySide = new SideBySide(services, highlights, jumper);
	return Disposable.from(
		highlights,
		reporter,
		jumper,
		sideBySide,
		registerMarks(services),
		guard.command('glossator.jumpToParallel', (given?: unknown) => jumper.jump(options(given))),
		guard.command('glossator.otherLikelyParagraph', () => jumper.goToOther()),
		guard.command('glossator.nextLanguage', () => jumper.turnTo(1)),
		guard.command('glossator.previousLanguage', () => jumper.turnTo(-1)),
		guard.command('glossator.peekParallel', (given?: unknown) => peek(services, options(given).from)),
		guard.command('glossator.correctParagraph', (given?: unknown) => correct(services, given)),
		guard.command('glossator.readSideBySide', () => sideBySide.start()),
		guard.command('glossator.readAllSideBySide', () => sideBySide.start({ all: true })),
		guard.command('glossator.stopSideBySide', () => sideBySide.stop()),
	);
}

/** Menus give other things, such as the editor's URI: those do not count. */
function options(given: unknown): JumpOptions {
	const { uri, paragraph, to, preserveFocus } = (given ?? {}) as Given;
	const parsed = (text: unknown) => (typeof text === 'string' ? Uri.parse(text, true) : undefined);
	const own = parsed(uri);
	return {
		from: own && typeof paragraph === 'number' ? { uri: own, paragraph } : undefined,
		to: parsed(to),
		preserveFocus: preserveFocus === true,
	};
}

/** What a paragraph's preview offers; the commands act where the cursor is. */
const corrections: Readonly<Record<string, CommandName>> = {
	link: 'glossator.linkParagraphs',
	none: 'glossator.noCounterpart',
	forget: 'glossator.forgetCorrections',
};

async function correct(services: Services, given: unknown): Promise<void> {
	const { from } = options(given);
	const command = corrections[String((given as { by?: unknown } | undefined)?.by)];
	if (!from || !command) return;
	const editor = await window.showTextDocument(from.uri);
	const span = services.seeds.analyse(editor.document).seed?.paragraphs[from.paragraph];
	if (!span) return;
	const start = editor.document.positionAt(span.start);
	editor.selection = new Selection(start, start);
	await commands.executeCommand(command);
}
