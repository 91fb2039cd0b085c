import { translator, type Language } from './index'
import type { Text } from './text'

const en = {
  title: 'Find by label',
  hint: 'Point the camera at the code on the label',
  again: 'Scan a label',
  number: 'Task number',
  'number.hint': 'It stands on the label and on the receipt',
  open: 'Open',
  foreign: 'This is no label of this shop.',
  missing: 'There is no task #{id}. It may have been deleted.',
  noCamera: 'There is no access to the camera. Enter the number, or allow the camera in the browser’s settings.',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  title: 'Найти по наклейке',
  hint: 'Наведите камеру на код с наклейки',
  again: 'Сканировать наклейку',
  number: 'Номер заявки',
  'number.hint': 'Он есть на наклейке и на квитанции',
  open: 'Открыть',
  foreign: 'Это не наклейка этой мастерской.',
  missing: 'Заявки №\u00a0{id} нет. Возможно, её удалили.',
  noCamera: 'Нет доступа к камере. Введите номер или разрешите камеру в настройках браузера.',
}

export const scanTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }
export const t = translator(scanTexts)
