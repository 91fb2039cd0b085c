//# allFunctionsCalledOnLoad
import{H as e,U as t,W as n,tt as r}from"./shared-B4tzM62s.js";import{J as i,Z as a,a as o,et as s,it as c,l,rt as u,v as d}from"./index-BiZMn4iU.js";var f=o`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,p=o`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,m=s({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),h=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function g({onClose:r,...a}){let o=`XLSX`,{busy:s,problem:f,submit:p}=n(async()=>{let{url:e,name:t}=await _(a,o);l.download(e,t),i(m(`started`)),r()});return c(t,{title:m(`title`),onClose:r,children:[c(`p`,{children:m(a.of)}),c(`div`,{class:`panel-buttons`,"aria-busy":s,children:h.map(({format:e,key:t})=>c(`button`,{type:`button`,class:`row-button`,disabled:s,onClick:()=>{o=e,p()},children:[c(u,{name:`download`}),m(t)]},e))}),c(e,{text:f?d(f):void 0}),c(`p`,{class:`panel-note`,children:m(`personal`)})]})}async function _(e,t){let n={format:t,language:a.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await r(f,{...n,filter:e.filter})).exportTasks:(await r(p,{...n,filter:e.filter})).exportCustomers}export{g as ExportDialog};