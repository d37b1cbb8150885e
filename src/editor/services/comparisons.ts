// What two versions of a story tell differently: which paragraphs one of them leaves out, which figures and names differ.
import type { Uri } from 'vscode';
import { type Coverage, measureCoverage } from '../../core/parallel/coverage';
import { type Difference, findDifferences, type NamedSide } from '../../core/parallel/differences';
import { namesIn, sideOf } from '../../core/parallel/side';
import type { Actors, Catalogues } from './catalogues';
import type { Aligned, Parallel, SeedText } from './parallel';

/** `source` is the text asked about. */
export interface Comparison extends Aligned {
	readonly coverage: Coverage;
	readonly differences: readonly Difference[];
}

export class Comparisons {
	readonly #parallel: Parallel;
	readonly #catalogues: Catalogues;
	readonly #known = new WeakMap<Aligned, { readonly actors: Actors; readonly comparison: Comparison }>();

	constructor(parallel: Parallel, catalogues: Catalogues) {
		this.#parallel = parallel;
		this.#catalogues = catalogues;
	}

	/** With the version to jump to; undefined where there is none. */
	async of(seed: Uri): Promise<Comparison | undefined> {
		const counterpart = await this.#parallel.counterpart(seed);
		const aligned = counterpart && (await this.#parallel.align(seed, counterpart.uri));
		if (!aligned) return undefined;
		const actors = await this.#catalogues.get();
		const known = this.#known.get(aligned);
		if (known?.actors === actors) return known.comparison;
		const [source, target] = [aligned.here, aligned.there].map((one) => named(one, actors)) as [NamedSide, NamedSide];
		const comparison = {
			...aligned,
			coverage: measureCoverage(source, target, aligned.alignment),
			differences: findDifferences(source, target, aligned.alignment),
		};
		this.#known.set(aligned, { actors, comparison });
		return comparison;
	}
}

const named = ({ text, seed }: SeedText, { matcher }: Actors): NamedSide => ({
	...sideOf(text, seed),
	names: namesIn(seed, matcher.find(text)),
});
