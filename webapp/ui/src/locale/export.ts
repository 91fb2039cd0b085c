import { translator, type Language, type Text } from './index'

const en = {
  title: 'Export to a file',
  tasks: 'The tasks that the list shows with its filters',
  customers: 'The customers that the list shows with its filters',
  xlsx: 'Excel table (XLSX)',
  csv: 'Text table (CSV)',
  personal: 'The file holds names and phones: keep it as carefully as the app itself.',
  started: 'The file is being downloaded',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  title: 'Выгрузить в файл',
  tasks: 'Заявки, которые список показывает с его фильтрами',
  customers: 'Клиенты, которых список показывает с его фильтрами',
  xlsx: 'Таблица Excel (XLSX)',
  csv: 'Текстовая таблица (CSV)',
  personal: 'В файле имена и телефоны: храните его так же бережно, как само приложение.',
  started: 'Файл загружается',
}

export const exportTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }
export const t = translator(exportTexts)
