// What differs between the desktop and the web, injected by the two entries.

export interface Platform {
	readonly kind: 'node' | 'web';
	/** The name of the person at the keyboard, as the machine knows it; the last resort for an annotation's author. */
	userName(): string | undefined;
}
