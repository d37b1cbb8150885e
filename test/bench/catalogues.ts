// What large catalogues cost: many persons of one surname, and an entry edited among ten thousand.
import { readCatalogue } from '../../src/core/actors/catalogue';
import { createMatcher } from '../../src/core/actors/matcher';
import type { Actor } from '../../src/core/actors/model';
import { rereadCatalogue, rereadSteps } from '../../src/core/actors/reread';
import { growth, median, megabytesPerSecond, milliseconds, ratio, row } from './measure';

const largest = 3000;

/** Given names differ, the surname is the same. */
function namesakes(count: number): Actor[] {
	const letters = 'аеиоурлнмк';
	const initials = 'АБВГДЕЖЗИКЛМНОПРСТУФХ';
	const rest = (i: number) => [...String(i)].map((digit) => letters[Number(digit)]).join('р');
	const given = (i: number) => `${initials[i % initials.length]}${rest(i)}н`;
	return Array.from({ length: count }, (_, i) => ({
		id: `namesake-${i}`,
		type: 'person' as const,
		names: { ru: [`${given(i)} Озеров`] },
	}));
}

export function benchNamesakes(): void {
	const text = 'Слово взял Озеров. Потом говорил М. Озеров, а Мрон Озеров и его брат молчали. '.repeat(300);
	const { times, shown } = growth((factor) => {
		const actors = namesakes((largest / 4) * factor);
		const matcher = createMatcher({ actors: new Map(actors.map((actor) => [actor.id, actor])) });
		return () => matcher.find(text);
	});
	row(`find among 750, 1,500, ${largest} of one surname`, shown, megabytesPerSecond(text, times[2]!));
}

/** A letter typed into an entry in the middle: the whole, its longest step, and the peer, reading all of it anew. */
export function benchReread(count: number): void {
	const entry = (i: number) =>
		`\nactor-${i}:\n  type: person\n  names:\n    ru: [Анна Озерова ${i}]\n    en: [Anna Ozerova ${i}]\n  roles:\n    - { title: { en: Head of Lakes }, from: 2020 }\n`;
	const text = `format: glossator/actors@1\n${Array.from({ length: count }, (_, i) => entry(i)).join('')}`;
	const at = text.indexOf('Lakes', text.length / 2);
	const edited = `${text.slice(0, at)}x${text.slice(at)}`;
	const previous = readCatalogue(text);
	const time = median(() => rereadCatalogue(previous, edited));
	const longest = Math.max(...Array.from({ length: 5 }, () => longestStep(rereadSteps(previous, edited))));
	const anew = median(() => readCatalogue(edited));
	row(
		`a letter typed among ${count} entries`,
		milliseconds(time),
		`longest step ${milliseconds(longest)}`,
		ratio(time, anew),
	);
}

function longestStep(steps: Iterator<unknown>): number {
	let longest = 0;
	for (let done = false; !done; ) {
		const start = performance.now();
		done = steps.next().done ?? false;
		longest = Math.max(longest, performance.now() - start);
	}
	return longest;
}
