// Roles: what each paragraph is to the text.
import type { Role } from './model';

/** One role per paragraph. The header may still stand in the first. */
export function rolesOf(paragraphs: readonly string[]): Role[] {
	return paragraphs.map((paragraph, index) => {
		if (/^(date \S+ )?(Автор|Author|By|Müəllif|Muallif)[: ]/.test(paragraph) && paragraph.length < 80) return 'byline';
		if (index === 0 && paragraph.length < 140 && !/[.!?…]["»”)]*$/.test(paragraph)) return 'heading';
		return 'body';
	});
}
