// Says in the status bar, for eyes and screen readers, where a jump led and how sure that is.
import { Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { Partner } from '../../../core/parallel/partner';
import { languageName } from '../../languages';
import type { Aligned } from '../../services/parallel';
import { Settle } from '../../services/settle';
import type { Place } from './place';

/** Long enough to be read aloud. */
const shownMilliseconds = 8000;

export interface Landing {
	readonly from: Place;
	readonly to: Place;
	readonly partner: Partner;
	/** Paragraphs that may be meant instead. */
	readonly others: readonly number[];
	readonly aligned: Aligned;
}

export class Reporter {
	#item: StatusBarItem | undefined;
	readonly #hide = new Settle(shownMilliseconds, () => this.#item?.hide());

	dispose(): void {
		Disposable.from(this.#hide, { dispose: () => this.#item?.dispose() }).dispose();
	}

	report(landing: Landing): void {
		this.#item ??= window.createStatusBarItem('glossator.jump', StatusBarAlignment.Left, -100);
		const item = this.#item;
		const { icon, said } = sentence(landing);
		item.name = l10n.t('Parallel Paragraph');
		item.text = icon + said;
		// announced when it changes
		item.accessibilityInformation = { label: said, role: 'status' };
		const unsure = landing.partner.how !== 'linked' && landing.others.length > 0;
		item.command = unsure ? 'glossator.otherLikelyParagraph' : undefined;
		item.tooltip = unsure ? l10n.t('Go to the Other Likely Paragraph') : undefined;
		item.show();
		this.#hide.soon();
	}
}

function sentence({ from, to, partner, others, aligned }: Landing): { icon: string; said: string } {
	const [here, there] = [from.paragraph + 1, to.paragraph + 1];
	if (partner.how === 'linked') return { icon: '', said: l10n.t('Paragraph {0} → {1}', here, there) };
	if (partner.how === 'likely') {
		const other = others[0];
		const said =
			other === undefined
				? l10n.t('Paragraph {0} → probably {1}', here, there)
				: l10n.t('Paragraph {0} → probably {1}, or else {2}', here, there, other + 1);
		return { icon: '$(question) ', said };
	}
	if (partner.how === 'possible') {
		const other = others[0];
		const said =
			other === undefined
				? l10n.t('Paragraph {0} → perhaps {1}, or none', here, there)
				: l10n.t('Paragraph {0} → perhaps {1} or {2}, or none', here, there, other + 1);
		return { icon: '$(question) ', said };
	}
	const { after, before } = partner.gap ?? {};
	const language = languageName(aligned.there.seed.language);
	return { icon: '$(circle-slash) ', said: nowhere(here, language, after, before) };
}

/** `after` and `before` are 0-based indexes of the neighbours. */
function nowhere(paragraph: number, language: string, after: number | undefined, before: number | undefined): string {
	if (after !== undefined && before !== undefined)
		return l10n.t(
			'Paragraph {0} is not in {1}; it belongs between {2} and {3}',
			paragraph,
			language,
			after + 1,
			before + 1,
		);
	if (after !== undefined)
		return l10n.t('Paragraph {0} is not in {1}; it belongs after {2}', paragraph, language, after + 1);
	if (before !== undefined)
		return l10n.t('Paragraph {0} is not in {1}; it belongs before {2}', paragraph, language, before + 1);
	return l10n.t('Paragraph {0} is not in {1}', paragraph, language);
}
