// What a document is about, as numbers that agree across languages and scripts: enough to find its counterpart.
import type { Language } from '../seed/model';
import type { Steps } from '../steps';
import { type Form, type Forms, numberForm } from './forms';
import { visitTokens } from './tokens';
import { mostTokens, writtenOut } from './vocabulary';

/** What an index is told of a document. */
export interface Document {
	/** ISO date; undefined where the document has none. */
	readonly date: string | undefined;
	readonly language: Language;
	/** The whole text, or its paragraphs. */
	readonly text: string | readonly string[];
}

/** What an index keeps of a document, and a cache may. Valid for the lexicon it was made with, and `digestVersion`. */
export interface Digest {
	readonly date?: string;
	readonly language: Language;
	/**
	 * Each word or number as hashes of what it means, how it is spelled and how it sounds; ones that tell nothing are left
	 * out. All keys of the first term, then of the second …
	 */
	readonly keys: Uint32Array;
	/** How many keys each term has. */
	readonly counts: Uint8Array;
	/** The first paragraphs, for a closer look. */
	readonly opening: readonly string[];
}

/** Raised when the same text gives another digest than before. */
export const digestVersion = 2;

/** Paragraphs looked at: more tell nothing new. */
const mostParagraphs = 200;

/** How much text is kept for a closer look, in UTF-16 units. */
const openingLength = 2000;

function openingOf(paragraphs: readonly string[]): string[] {
	const opening: string[] = [];
	let left = openingLength;
	for (const paragraph of paragraphs) {
		if (left <= 0) break;
		opening.push(paragraph.slice(0, left));
		left -= paragraph.length;
	}
	return opening;
}

/** The text, cut free from the longer one it is part of, which would be kept in memory with it. */
const detached = (text: string) => JSON.parse(JSON.stringify(text)) as string;

/** All forms of one word, or one number: the shortest form seen stands for it. */
interface Term {
	form: Form;
	/** Seen with a capital inside a sentence. */
	name: boolean;
}

/** The terms of a text, each once, in the order of their first forms. */
class Terms {
	readonly all: Term[] = [];
	readonly #byStem = new Map<string, Term>();
	readonly #byText = new Map<string, Term>();

	add(form: Form, name: boolean): void {
		if (!form.stem) return;
		const term = this.#byText.get(form.text) ?? this.#find(form);
		if (name) term.name = true;
		if (form.text.length < term.form.text.length) term.form = form;
	}

	#find(form: Form): Term {
		let term = this.#byStem.get(form.stem);
		if (!term) {
			term = { form, name: false };
			this.all.push(term);
			this.#byStem.set(form.stem, term);
		}
		this.#byText.set(form.text, term);
		return term;
	}
}

/** A number with the word for thousand, million … after it also counts as the number written out. */
function readParagraph(text: string, language: Language, forms: Forms, terms: Terms): void {
	let count = 0;
	let number: Form | undefined;
	visitTokens(text, (written, opens) => {
		for (const form of forms.of(written, language)) {
			if (count === mostTokens) return;
			if (number && form.magnitude) terms.add(numberForm(writtenOut(number.text, form.magnitude)), false);
			terms.add(form, form.capital && count > 0 && !opens());
			number = form.number ? form : undefined;
			count++;
		}
	});
}

/** Reads a document. */
export function* digestSteps({ date, language, text }: Document, forms: Forms): Steps<Digest> {
	const paragraphs = typeof text === 'string' ? [text] : text.slice(0, mostParagraphs);
	const terms = new Terms();
	for (const paragraph of paragraphs) {
		readParagraph(paragraph, language, forms, terms);
		yield;
	}
	const keys = terms.all.map(({ form, name }) => (name ? form.nameKeys : form.keys)).filter((own) => own.length > 0);
	const counts = new Uint8Array(keys.map((own) => own.length));
	return {
		...(date !== undefined && { date }),
		language,
		keys: new Uint32Array(keys.flat()),
		counts,
		opening: openingOf(paragraphs).map(detached),
	};
}
