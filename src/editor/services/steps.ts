// Several questions in a row, each a quick pick or an input box, with a way back to the one before.
import {
	Disposable,
	l10n,
	QuickInputButtons,
	type QuickPickItem,
	type QuickPickItemButtonEvent,
	ThemeIcon,
	window,
} from 'vscode';

/** What became of a question. */
export type Answered = 'next' | 'back' | 'cancelled';

/** Where a question stands among the others: from 1 on. */
export interface Place {
	readonly step: number;
	readonly totalSteps: number;
}

/** Asks one after the other; a question keeps its answer itself. False: cancelled. */
export async function inSteps(questions: readonly ((place: Place) => Promise<Answered>)[]): Promise<boolean> {
	const totalSteps = questions.length;
	for (let at = 0; at < totalSteps; ) {
		const answered = await questions[at]!({ step: at + 1, totalSteps });
		if (answered === 'cancelled') return false;
		at = Math.max(0, at + (answered === 'back' ? -1 : 1));
	}
	return true;
}

export interface Choice<T> extends QuickPickItem {
	readonly value: T;
}

export interface ChoiceOptions<T> {
	readonly title: string;
	readonly placeholder: string;
	/** Given what is typed; called at every key where `live`, else once with an empty text. */
	readonly items: (typed: string) => readonly Choice<T>[];
	readonly live?: boolean;
	/** The value at the cursor in the beginning. */
	readonly active?: T;
	readonly keep: (value: T) => void;
	readonly onActive?: (value: T) => void;
	/** Of a button on an item: true answers the question with the item, a text is put where one types. */
	readonly onButton?: (event: QuickPickItemButtonEvent<Choice<T>>) => boolean | string;
}

/** One of several. With `live`, `items` decides what fits. */
export function choose<T>(options: ChoiceOptions<T>, { step, totalSteps }: Place): Promise<Answered> {
	const pick = window.createQuickPick<Choice<T>>();
	const { title, placeholder, items, live, active, keep, onActive, onButton } = options;
	Object.assign(pick, { title, placeholder, matchOnDescription: true, ...numbered({ step, totalSteps }) });
	const fill = () => {
		pick.items = items(pick.value).map((item) => (live ? { ...item, alwaysShow: true } : item));
	};
	fill();
	const first = pick.items.find(({ value }) => value === active);
	if (first) pick.activeItems = [first];
	return answered(pick, (answer) => [
		pick.onDidChangeValue(() => live && fill()),
		pick.onDidChangeActive(([item]) => item && onActive?.(item.value)),
		pick.onDidTriggerItemButton((event) => {
			const result = onButton?.(event);
			if (typeof result === 'string') {
				pick.value = result;
				fill();
			} else if (result) {
				keep(event.item.value);
				answer('next');
			}
		}),
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			if (!chosen) return;
			keep(chosen.value);
			answer('next');
		}),
	]);
}

export interface Writing {
	readonly title: string;
	readonly placeholder: string;
	/** What is offered, the likeliest first. */
	readonly texts: readonly string[];
	/** What choosing nothing is called, which keeps an empty text; undefined: something must be chosen. */
	readonly none?: string;
	readonly keep: (text: string) => void;
}

/** A text: one of those offered, as it is or changed by typing, or another one. */
export function chooseOrType({ title, placeholder, texts, none, keep }: Writing, place: Place): Promise<Answered> {
	const edit = { iconPath: new ThemeIcon('edit'), tooltip: l10n.t('Change it') };
	const items = (typed: string): Choice<string>[] => {
		const own = typed.trim();
		const fitting = texts.filter((text) => text !== own && text.toLowerCase().includes(own.toLowerCase()));
		return [
			...(own ? [{ label: own, value: own }] : []),
			...fitting.map((text) => ({ label: text, value: text, buttons: [edit] })),
			...(none ? [{ label: `$(circle-slash) ${none}`, value: '' }] : []),
		];
	};
	return choose({ title, placeholder, items, live: true, keep, onButton: ({ item }) => item.value }, place);
}

export interface TextOptions {
	readonly title: string;
	readonly prompt: string;
	readonly value: string;
	/** What is wrong with a text; undefined: nothing. */
	readonly validate: (text: string) => string | undefined;
	/** Without white space around it. */
	readonly keep: (text: string) => void;
}

/** One line of text. */
export function ask({ title, prompt, value, validate, keep }: TextOptions, place: Place): Promise<Answered> {
	const box = window.createInputBox();
	Object.assign(box, { title, prompt, value, ...numbered(place) });
	const check = () => {
		box.validationMessage = validate(box.value.trim());
		return box.validationMessage === undefined;
	};
	return answered(box, (answer) => [
		box.onDidChangeValue(check),
		box.onDidAccept(() => {
			if (!check()) return;
			keep(box.value.trim());
			answer('next');
		}),
	]);
}

/** One question alone has no number. */
function numbered({ step, totalSteps }: Place) {
	const alone = totalSteps < 2;
	return {
		...(alone ? {} : { step, totalSteps }),
		buttons: step > 1 ? [QuickInputButtons.Back] : [],
		// looking something up in the text does not end it
		ignoreFocusOut: !alone,
	};
}

interface Input extends Disposable {
	show(): void;
	readonly onDidHide: (listener: () => void) => Disposable;
	readonly onDidTriggerButton: (listener: (button: unknown) => void) => Disposable;
}

function answered(input: Input, listen: (answer: (given: Answered) => void) => Disposable[]): Promise<Answered> {
	return new Promise((resolve) => {
		const listening: Disposable[] = [];
		const end = (given: Answered) => {
			resolve(given);
			Disposable.from(...listening, input).dispose();
		};
		listening.push(
			...listen(end),
			input.onDidHide(() => end('cancelled')),
			input.onDidTriggerButton((button) => button === QuickInputButtons.Back && end('back')),
		);
		input.show();
	});
}
