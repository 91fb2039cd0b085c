import{t as e}from"./dialog-CZooRFe5.js";import{F as t,L as n,M as r,at as i,et as a,h as o,it as s,m as c,q as l,rt as u,tt as d}from"./app-wVlFmrCZ.js";var f=n`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,p=n`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,m=u({ru:{title:`Выгрузить в файл`,tasks:`Заявки, которые список показывает с его фильтрами`,customers:`Клиенты, которых список показывает с его фильтрами`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`The tasks that the list shows with its filters`,customers:`The customers that the list shows with its filters`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),h=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function g({onClose:t,...n}){let u=`XLSX`,{busy:d,problem:f,submit:p}=c(async()=>{let{url:e,name:i}=await _(n,u);r.download(e,i),l(m(`started`)),t()});return i(e,{title:m(`title`),onClose:t,children:[i(`p`,{children:m(n.of)}),i(`div`,{class:`panel-buttons`,"aria-busy":d,children:h.map(({format:e,key:t})=>i(`button`,{type:`button`,class:`row-button`,disabled:d,onClick:()=>{u=e,p()},children:[i(s,{name:`download`}),m(t)]},e))}),i(o,{text:f?a(f):void 0}),i(`p`,{class:`panel-note`,children:m(`personal`)})]})}async function _(e,n){let r={format:n,language:d.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await t(f,{...r,filter:e.filter})).exportTasks:(await t(p,{...r,filter:e.filter})).exportCustomers}export{g as ExportDialog};