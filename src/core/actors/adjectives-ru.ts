import type { Actor } from './model';

export function derivedAdjectives(_actor: Actor): string[] {
	return [];
}
