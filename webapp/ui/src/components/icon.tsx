/** Line icons on a 24-pixel grid; decoration only, so hidden from screen readers. */
const paths = {
  overview: 'M4.5 20v-6M10 20V9.5M15.5 20v-8M21 20V4.5M3 20h19',
  tasks: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  customers: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.4-3.6 2.9-5.6 6.5-5.6s6.1 2 6.5 5.6M16 4.9a3.5 3.5 0 0 1 0 6.3M18 14.9c2 .8 3.2 2.5 3.5 5.1',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5M4.5 20c.5-3.8 3.3-5.8 7.5-5.8s7 2 7.5 5.8',
  more: 'M4.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M17.5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  back: 'M14.5 5 8 12l6.5 7',
  next: 'm9.5 6 6 6-6 6',
  download: 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15',
  key: 'M8 19.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M11.5 11.5 20 3M15.5 7.5l3 3',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20',
  filter: 'M4 7h16M7 12h10M10 17h4',
  close: 'M7 7l10 10M17 7 7 17',
  phone: 'M7.2 4H5a1.5 1.5 0 0 0-1.5 1.6C4.2 13.5 10.5 19.8 18.4 20.5A1.5 1.5 0 0 0 20 19v-2.2a1 1 0 0 0-.7-1l-3-1a1 1 0 0 0-1 .3l-1.1 1.3a12 12 0 0 1-6-6l1.3-1.1a1 1 0 0 0 .3-1l-1-3a1 1 0 0 0-1-.7z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  telegram: 'M20.5 4.5 3.5 11l5 2 2 6 3-4 4.5 3.5zM8.5 13l7-5',
  warning: 'M12 8v5M12 16.5h.01M12 3.5 21.5 20h-19z',
  empty: 'M4 13.5 6.5 5h11l2.5 8.5V19H4zM4 13.5h4.5L10 16h4l1.5-2.5H20',
  CONSULTING: 'M4 5h16v11h-9l-4.5 3.5V16H4zM8.5 9h7M8.5 12h4.5',
  DIAGNOSIS: 'M3 12.5h4l2.5-7 4.5 13 2.5-6H21',
  REPAIR: 'M14.5 6.5a4.5 4.5 0 0 1 5.8-2.2l-2.8 2.8 1.4 1.4 2.8-2.8a4.5 4.5 0 0 1-6 5.6L8.5 18.5a2 2 0 0 1-3-3l7.3-7.2c-.1-.7 0-1.4.3-2',
  OTHER: 'M5 5h5.5v5.5H5zM13.5 5H19v5.5h-5.5zM5 13.5h5.5V19H5zM13.5 13.5H19V19h-5.5z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
