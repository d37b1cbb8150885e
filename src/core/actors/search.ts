// Finds actors by what a person types, in any language and transliteration: for `#` in the editor.
import type { Actor, Catalogue } from './model';
import { soundKey } from './sound';
import { fold, tokenise } from './tokens';

/** An actor and the name that matched best. */
export interface ActorHit {
	readonly actor: Actor;
	readonly name: string;
	/** 0 to 1. */
	readonly score: number;
}

/** Scores of a query's word against a name's word; tuned by hand on names of the region. */
const scores = { same: 1, begins: 0.85, within: 0.6, sounds: 0.7, soundsBeginning: 0.55 } as const;

/** Ids are found too, but names come first. */
const idWeight = 0.9;

/**
 * Actors with a name that has all words of the query, best first; among equals in catalogue order. An empty query
 * finds all.
 */
export function searchActors({ actors }: Catalogue, query: string, limit = 100): ActorHit[] {
	const words = wordsOf(query);
	const hits: ActorHit[] = [];
	for (const actor of actors.values()) {
		const hit = bestName(actor, words);
		if (hit) hits.push(hit);
	}
	return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}

interface Word {
	readonly folded: string;
	readonly sound: string;
}

function wordsOf(text: string): Word[] {
	const { count, starts, ends } = tokenise(text);
	const words: Word[] = [];
	for (let i = 0; i < count; i++) {
		const folded = fold(text.slice(starts[i], ends[i]));
		words.push({ folded, sound: soundKey(folded) });
	}
	return words;
}

function bestName(actor: Actor, query: readonly Word[]): ActorHit | undefined {
	let best: ActorHit | undefined;
	const consider = (name: string, weight: number) => {
		const score = weight * scoreOf(wordsOf(name), query);
		if (score > (best?.score ?? 0)) best = { actor, name, score };
	};
	for (const names of Object.values(actor.names)) for (const name of names) consider(name, 1);
	consider(actor.id, idWeight);
	return best;
}

/** 0 where a word of the query is nowhere; shorter names, and those that begin with the query, come first. */
function scoreOf(name: readonly Word[], query: readonly Word[]): number {
	if (!query.length) return 1;
	let sum = 0;
	for (const word of query) {
		let best = 0;
		for (const candidate of name) best = Math.max(best, wordScore(candidate, word));
		if (best === 0) return 0;
		sum += best;
	}
	const begins = name[0] && wordScore(name[0], query[0]!) > 0 ? 1 : 0.95;
	const coverage = query.length / Math.max(query.length, name.length);
	return (sum / query.length) * begins * (0.8 + 0.2 * coverage);
}

function wordScore(name: Word, query: Word): number {
	if (name.folded === query.folded) return scores.same;
	if (name.folded.startsWith(query.folded)) return scores.begins;
	if (query.sound.length > 1 && name.sound === query.sound) return scores.sounds;
	if (query.folded.length > 2 && name.folded.includes(query.folded)) return scores.within;
	return query.sound.length > 2 && name.sound.startsWith(query.sound) ? scores.soundsBeginning : 0;
}
