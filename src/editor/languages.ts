// What languages are called, in the user's language.
import { env, l10n } from 'vscode';
import { type KnownLanguage, type Language, languages } from '../core/seed/model';

export function languageName(language: Language): string {
	if (language === 'unknown') return l10n.t('unknown language');
	return new Intl.DisplayNames([env.language, 'en'], { type: 'language' }).of(language) ?? language;
}

/** English where the user's is not one of the nine. */
export function usersLanguage(): KnownLanguage {
	return languages.find((language) => language === env.language.slice(0, 2)) ?? 'en';
}
