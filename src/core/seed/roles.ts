// Roles: what each paragraph is to the text, told by its words, its shape and its place among the others.
import { isAgencyName, isPersonName } from './agencies';
import { readDateline } from './dateline';
import { readHeader } from './header';
import type { Role } from './model';
import * as words from './roleWords';

/**
 * One role per paragraph, in order. Works on bare strings of unknown origin: white space around them, and a header
 * still standing in the first, do not matter. In doubt a paragraph is body: nothing is hidden that may be the story.
 */
export function rolesOf(paragraphs: readonly string[]): Role[] {
	const texts = paragraphs.map((paragraph, index) => bare(paragraph, index));
	const roles = texts.map(ownRole);
	markRelated(texts, roles);
	markNames(texts, roles);
	markTop(texts, roles);
	markTail(texts, roles);
	markSubheadings(texts, roles);
	return roles.map((role) => role ?? 'body');
}

/** Undefined: its words alone do not tell. */
type Guess = Role | undefined;

function bare(paragraph: string, index: number): string {
	const header = index === 0 ? readHeader(paragraph) : undefined;
	return paragraph.slice(header?.end ?? 0).trim();
}

/** Past this length only the surest signs count, and no line is a heading. */
const longLine = 200;
const clockOrDay =
	/^(?:[\p{L}‘’'ʻ]+ ?[|,] ?)?(?:\d{1,2}:\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[ -]\p{L}{3,9}\.?,? \d{4}|\p{L}{3,9} \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})(?:[\s,|/()+:.-]|\d|(?<!\p{L})(?:г|(?:UTC|GMT|года?)(?! \d)|\p{L}{3,8}(?= \d))(?!\p{L}))*$/u;
const address = /^(?:https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+\.?$/u;
const money = /^(?:(?:USD|EUR|RUB|KZT|UZS|AZN|TRY|GBP|CNY|KGS|TJS|TMT)\b[\s:=–-]*[\d.,]+[\s;|]*)+/u;
const hashtags = /^(?:#[\p{L}\d_-]+[\s,]*)+$/u;

/** What a paragraph's own words say. */
function ownRole(text: string): Guess {
	if (!/\p{L}{2}/u.test(text) || address.test(text) || money.test(text) || hashtags.test(text)) return 'furniture';
	if (text.length > 600) return 'body';
	const small = text.toLowerCase();
	if (words.captionCredit.test(small) && text.length <= longLine) return 'caption';
	if (text.length <= 300 && words.captionEnding.test(small)) return 'caption';
	if (text.length <= 300 && words.captionLabel.test(small)) return 'caption';
	if (words.relatedInline.test(small) && text.length <= 300) return 'furniture';
	if (text.length <= 400 && words.furnitureAnywhere.test(small)) return 'furniture';
	if (text.length <= 100 && (words.relatedLabel.test(small) || clockOrDay.test(text.replace(/^[•·▪‣–-] */u, ''))))
		return 'furniture';
	if (words.furnitureBeginning.test(small) && (text.length <= 80 || !isStory(text))) return 'furniture';
	if (text.length <= 100 && isByline(text)) return 'byline';
	return undefined;
}

/** Two sentences or more, one of them of some length: more than a button or a legal note. */
function isStory(text: string): boolean {
	return text.length > 300 || /[.!?]["»”]? +\p{Lu}.{60,}/u.test(text);
}

/** What follows a byline's label is a name or two; more is the story, glued to it. */
const longestCredit = 60;

function isByline(text: string): boolean {
	const small = text.toLowerCase();
	const label = (words.bylineLabel.exec(small) ?? words.sourceLabel.exec(small) ?? words.byName.exec(text))?.[0];
	if (label) return text.length - label.length <= longestCredit;
	const dateline = readDateline(text);
	if (dateline && dateline.end >= text.length) return true;
	const parts = text
		.replace(/^[([]|[.)\]]+$/g, '')
		.split(/\s*(?:,|\s[–—-]\s|\/)\s*/u)
		.filter(Boolean);
	return parts.some(isAgencyName) && parts.every((part) => isAgencyName(part) || isPersonName(part));
}

const isShort = (text: string) => text.length <= 120;
const isOpenEnded = (text: string) => !/[.!?…:;,][\s"»”“)\]]*$/u.test(text);
/** Could be a title: short, and not closed like a sentence of the story. */
const isTitle = (text: string) =>
	text.length <= longLine && (isOpenEnded(text) || /[?!…]["»”)]*$/u.test(text)) && !isListItem(text);
const isListItem = (text: string) => /^(?:[-–—•·*]|\d{1,2}[.)]|\p{Ll})/u.test(text);
const isCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();

/** Headings of other stories after `Читайте также`. */
function markRelated(texts: readonly string[], roles: Guess[]): void {
	let open = false;
	texts.forEach((text, index) => {
		if (roles[index] === 'furniture') open ||= words.relatedLabel.test(text.toLowerCase());
		else if (open && roles[index] === undefined && text.length <= longLine && isOpenEnded(text))
			roles[index] = 'furniture';
		else open = false;
	});
}

/** A person's name alone: after a byline's label, after the last sentence, or between title and story. */
function markNames(texts: readonly string[], roles: Guess[]): void {
	const lastUnknown = roles.lastIndexOf(undefined);
	const lastBody = roles.lastIndexOf('body');
	texts.forEach((text, index) => {
		if (roles[index] !== undefined || !isPersonName(text)) return;
		const before = index > 0 ? roles[index - 1] : undefined;
		const labelled = before === 'byline' && words.bylineLabel.test(`${texts[index - 1]!.toLowerCase()} `);
		const last = index > 1 && index >= lastUnknown && index > lastBody;
		const afterTitle =
			index > 0 && index <= 4 && before !== 'body' && isTitle(texts[index - 1]!) && index < lastUnknown;
		if (labelled || last || afterTitle) roles[index] = 'byline';
	});
}

/** Titles, section words and standfirsts: what stands before the story begins. */
function markTop(texts: readonly string[], roles: Guess[]): void {
	const opening = texts.slice(0, 8).findIndex((text) => readDateline(text)?.end !== undefined && text.length > 60);
	const standfirstsEnd = Math.max(opening, 0);
	for (let index = 0; index < texts.length - 1; index++) {
		const text = texts[index]!;
		if (roles[index] !== undefined && roles[index] !== 'body') continue;
		const above = index < standfirstsEnd && text.length <= 300;
		if (!above && !isTitle(text)) return;
		roles[index] = 'heading';
	}
}

/** What is left under the story: other stories' headings, section words, names of topics. */
function markTail(texts: readonly string[], roles: Guess[]): void {
	let index = texts.length - 1;
	while (index > 0 && (roles[index] !== undefined || isTailLine(texts[index]!)) && roles[index] !== 'body') index--;
	const tail = index + 1;
	const unknown = roles.slice(tail).filter((role) => role === undefined).length;
	if (index <= 0 || (unknown === 1 && isCutShort(texts, tail))) return;
	for (let at = tail; at < texts.length; at++) roles[at] ??= 'furniture';
}

const isTailLine = (text: string) =>
	isShort(text) && isOpenEnded(text) && !isListItem(text) && !/^\(|\p{Ll}[.!?] /u.test(text);

/** A long text that was cut off: its last line, and that one alone, stops without a full stop. */
function isCutShort(texts: readonly string[], tail: number): boolean {
	const last = texts.length - 1;
	return tail === last && (texts[last]!.length > 60 || texts.reduce((sum, text) => sum + text.length, 0) > 3000);
}

/** Titles of sections between paragraphs of the story. */
function markSubheadings(texts: readonly string[], roles: Guess[]): void {
	for (let index = 1; index < texts.length - 1; index++) {
		const text = texts[index]!;
		const next = texts[index + 1]!;
		if (roles[index] !== undefined || roles[index + 1] === 'furniture') continue;
		const apart = next.length > 1.5 * text.length && /^[\p{Lu}\d«"“—–-]/u.test(next);
		if (apart && !isListItem(text) && isOpenEnded(text) && (text.length <= 100 || isCapitals(text)))
			roles[index] = 'heading';
	}
}
