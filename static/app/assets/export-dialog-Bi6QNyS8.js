//# allFunctionsCalledOnLoad
import{X as e,Y as t,Z as n,ct as r}from"./shared-BqIdK376.js";import{Q as i,a,at as o,it as s,q as c,tt as l,u,z as d}from"./index-fQz95T7C.js";var f=a`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,p=a`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`,m=l({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),h=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function g({onClose:r,...i}){let a=`XLSX`,{busy:l,problem:f,submit:p}=n(async()=>{let{url:e,name:t}=await _(i,a);u.download(e,t),d(m(`started`)),r()});return o(e,{title:m(`title`),onClose:r,children:[o(`p`,{children:m(i.of)}),o(`div`,{class:`panel-buttons`,"aria-busy":l,children:h.map(({format:e,key:t})=>o(`button`,{type:`button`,class:`row-button`,disabled:l,onClick:()=>{a=e,p()},children:[o(s,{name:`download`}),m(t)]},e))}),o(t,{text:f?c(f):void 0}),o(`p`,{class:`panel-note`,children:m(`personal`)})]})}async function _(e,t){let n={format:t,language:i.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await r(f,{...n,filter:e.filter})).exportTasks:(await r(p,{...n,filter:e.filter})).exportCustomers}export{g as ExportDialog};