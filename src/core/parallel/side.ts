// A seed as the aligner and the counterpart index want it.
import type { Seed } from '../seed/model';
import type { Side } from './model';

export function sideOf(text: string, { language, paragraphs }: Pick<Seed, 'language' | 'paragraphs'>): Side {
	return {
		language,
		paragraphs: paragraphs.map(({ start, end }) => text.slice(start, end)),
		roles: paragraphs.map(({ role }) => role),
	};
}
