import assert from 'node:assert/strict';
import { rolesOf } from '../../../src/core/seed/roles';

const body =
	'Министры пяти стран обсудили в столице строительство дороги, общий рынок электричества и охрану рек, сообщили в пресс-службе.';
const more = 'Следующая встреча пройдёт осенью. Стороны договорились подготовить к ней план работ и смету расходов.';

/** Roles of the lines given between, or around, two paragraphs of a story. */
const above = (...lines: string[]) => rolesOf([...lines, body, more]).slice(0, lines.length);
const below = (...lines: string[]) => rolesOf([body, more, ...lines]).slice(2);

describe('rolesOf', () => {
	it('takes a story for nothing else', () => {
		assert.deepEqual(rolesOf([body, more]), ['body', 'body']);
		assert.deepEqual(rolesOf(['«Да», — сказал он.', body, '– Как вы считаете?', '– Никак.']), [
			'body',
			'body',
			'body',
			'body',
		]);
	});

	it('takes titles, section words and standfirsts above the story for headings', () => {
		assert.deepEqual(above('Политика', 'Министры договорились о дороге'), ['heading', 'heading']);
		assert.deepEqual(above('EN', 'Five ministers agree on a road'), ['heading', 'heading']);
		assert.deepEqual(above('Кто построит новую дорогу?'), ['heading']);
	});

	it('takes whole sentences above a dateline for headings too', () => {
		const roles = rolesOf([
			'Договор подписан',
			'Стороны готовились к нему три года.',
			`АСТАНА. КАЗИНФОРМ – ${body}`,
			more,
		]);
		assert.deepEqual(roles, ['heading', 'heading', 'body', 'body']);
	});

	it('reads past a header that still stands in the first', () => {
		assert.deepEqual(rolesOf(['date 2024-03-05 Министры договорились о дороге', body, more])[0], 'heading');
		assert.deepEqual(rolesOf(['date 2024-03-05 Автор: Анна Седова', body, more])[0], 'byline');
		assert.deepEqual(rolesOf([` date 2024-03-05 ${body}`, more])[0], 'body');
	});

	it('knows bylines in many languages', () => {
		const bylines = [
			'Автор: Анна Седова',
			'By Jane Mallory',
			'By Jane Mallory – Trend:',
			'Müəllif: Aygün Səfərli',
			'Муаллиф: Дилшод Обидов',
			'Makalaň awtory: Selbi Orazowa',
			'Anna Sedova, UzA',
			'Baku, Azerbaijan, April 12',
			'Источник: ТАСС',
		];
		for (const line of bylines) assert.deepEqual(above('Заголовок новости', line)[1], 'byline', line);
	});

	it('takes a name under its label, or alone at the end, for a byline', () => {
		assert.deepEqual(above('Договор подписан', 'Автор:', 'Седова Анна'), ['heading', 'byline', 'byline']);
		assert.deepEqual(below('Gülər Hacıyeva'), ['byline']);
		assert.deepEqual(below('УзА'), ['byline']);
		assert.deepEqual(above('Договор подписан', 'ЦЕНА ВОПРОСА')[1], 'heading', 'capitals are no name');
	});

	it('knows captions and picture credits', () => {
		const captions = [
			'Фото: пресс-служба министерства',
			'Photo: AA',
			'Foto: Prezident matbuot xizmati',
			'© РИА Новости / Олег Смирнов',
			'Вид на порт с моря. Фото: Казинформ',
			'Ministers at the table (Photo: Xinhua)',
			'Сүрөт: Кабар',
			'Фонтан на площади, архивное фото - Sputnik, 29.05.2021',
		];
		for (const line of captions) assert.deepEqual(rolesOf([body, line, more])[1], 'caption', line);
	});

	it('knows furniture in nine languages', () => {
		const furniture = [
			'https://example.com/news/1',
			'11:27 / 26.08.2022',
			'12 April 2019 12:18 (UTC+04:00)',
			'22145 просмотров',
			'Baxış: 2 254',
			'* * *',
			'USD 87.45',
			'#дорога #рынок',
			'Подписывайтесь на наш канал в Telegram',
			'При использовании материалов гиперссылка на сайт обязательна.',
			'Follow us on Twitter @example',
			'Tags: roads, market',
			'Bizi izləyin',
			'Maqolani ulashing',
			'Бізге жазылыңыз',
			'Бизге жазылыңыз',
			'Хабарро таблиғ кунед:',
			'Teswirler 0',
			'Yorumlar (3)',
		];
		for (const line of furniture) assert.deepEqual(rolesOf([body, line, more])[1], 'furniture', line);
	});

	it('takes the headings of other stories for furniture', () => {
		for (const label of [
			'Читайте также:',
			'Read also',
			'Həmçinin oxuyun',
			'Mavzuga oid',
			'Дагы окуңуз',
			'Ýene-de okaň',
		]) {
			const roles = below(label, 'Мост открыли после ремонта', 'Why the price of bread fell');
			assert.deepEqual(roles, ['furniture', 'furniture', 'furniture'], label);
		}
		const roles = rolesOf([body, 'Читайте также: Мост открыли после ремонта', more]);
		assert.deepEqual(roles, ['body', 'furniture', 'body']);
	});

	it('takes unfinished short lines under the story for furniture', () => {
		assert.deepEqual(below('Внешняя политика', 'Казахстан и Узбекистан', 'Сенат'), [
			'furniture',
			'furniture',
			'furniture',
		]);
	});

	it('leaves the last words of a text that was cut off', () => {
		assert.deepEqual(below('Вместе с тем министр транспорта пояснил журналистам, что строи'), ['body']);
	});

	it('knows titles of sections within the story', () => {
		assert.deepEqual(rolesOf([body, 'ЦЕНА ВОПРОСА', body, more])[1], 'heading');
		assert.deepEqual(rolesOf([body, 'Что будет дальше', body, more])[1], 'heading');
		assert.deepEqual(rolesOf([body, '- первый пункт списка', body, more])[1], 'body');
	});

	it('does not take a story for furniture because of how it begins or what it mentions', () => {
		const stories = [
			'Комментарии вызвали спор в печати, который не утих и через неделю.',
			'Видеозапись встречи министров показали вечером по телевидению, сообщает агентство.',
			'“Share it with your neighbours,” she wrote.',
			'The channel was closed. Officials said on their Telegram channel that the bridge had been opened to the public.',
			'По теме дорог выступили двое: министр транспорта и глава области.',
		];
		for (const story of stories) assert.deepEqual(rolesOf([body, story, more])[1], 'body', story);
	});

	it('answers for anything, even nothing', () => {
		assert.deepEqual(rolesOf([]), []);
		assert.equal(rolesOf(['', ' ', '\0\ud800']).length, 3);
	});

	it('answers soon for lines that could be read in many ways', () => {
		for (const line of ['12.02.2026 г.', '12:30 UTC 1', 'x@x', '@.', 'Анна Ким']) {
			const long = `${line}${line.slice(-2).repeat(40)}!`;
			assert.equal(rolesOf([long, `${line.repeat(20_000)} !`, '12:30!']).length, 3);
		}
		assert.equal(rolesOf(Array<string>(30_000).fill('Анна Ким')).length, 30_000);
	});
});
