import { translator, type Language } from './index'
import type { Text } from './text'

const en = {
  title: 'Export to a file',
  tasks: 'All tasks that fit the filters of the list',
  customers: 'All customers that fit the filters of the list',
  xlsx: 'Excel table (XLSX)',
  csv: 'Text table (CSV)',
  personal: 'The file holds names and phones: keep it as carefully as the app itself.',
  started: 'The file is being downloaded',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  title: 'Выгрузить в файл',
  tasks: 'Все заявки, которые подходят под фильтры списка',
  customers: 'Все клиенты, которые подходят под фильтры списка',
  xlsx: 'Таблица Excel (XLSX)',
  csv: 'Текстовая таблица (CSV)',
  personal: 'В файле имена и телефоны: храните его так же бережно, как само приложение.',
  started: 'Файл скачивается',
}

export const exportTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }
export const t = translator(exportTexts)
