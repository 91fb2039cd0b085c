import{t as e}from"./dialog-BA3cl60X.js";import{G as t,J as n,X as r,_ as i,at as a,ct as o,g as s,it as c,lt as l,q as u,st as d}from"./app-DqTHYdDE.js";var f=n`
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
`,m=d({ru:{title:`Выгрузить в файл`,tasks:`Заявки, которые список показывает с его фильтрами`,customers:`Клиенты, которых список показывает с его фильтрами`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`The tasks that the list shows with its filters`,customers:`The customers that the list shows with its filters`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),h=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function g({onClose:t,...n}){let a=`XLSX`,{busy:d,problem:f,submit:p}=s(async()=>{let{url:e,name:i}=await _(n,a);u.download(e,i),r(m(`started`)),t()});return l(e,{title:m(`title`),onClose:t,children:[l(`p`,{children:m(n.of)}),l(`div`,{class:`panel-buttons`,"aria-busy":d,children:h.map(({format:e,key:t})=>l(`button`,{type:`button`,class:`row-button`,disabled:d,onClick:()=>{a=e,p()},children:[l(o,{name:`download`}),m(t)]},e))}),l(i,{text:f?c(f):void 0}),l(`p`,{class:`panel-note`,children:m(`personal`)})]})}async function _(e,n){let r={format:n,language:a.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await t(f,{...r,filter:e.filter})).exportTasks:(await t(p,{...r,filter:e.filter})).exportCustomers}export{g as ExportDialog};