//# allFunctionsCalledOnLoad
import{H as e,U as t,W as n,tt as r}from"./shared-CJBjclhP.js";import{Q as i,Y as a,a as o,at as s,it as c,tt as l,u,y as d}from"./index-B17fUszB.js";var f=o`
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
`,m=l({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),h=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function g({onClose:r,...i}){let o=`XLSX`,{busy:l,problem:f,submit:p}=n(async()=>{let{url:e,name:t}=await _(i,o);u.download(e,t),a(m(`started`)),r()});return s(t,{title:m(`title`),onClose:r,children:[s(`p`,{children:m(i.of)}),s(`div`,{class:`panel-buttons`,"aria-busy":l,children:h.map(({format:e,key:t})=>s(`button`,{type:`button`,class:`row-button`,disabled:l,onClick:()=>{o=e,p()},children:[s(c,{name:`download`}),m(t)]},e))}),s(e,{text:f?d(f):void 0}),s(`p`,{class:`panel-note`,children:m(`personal`)})]})}async function _(e,t){let n={format:t,language:i.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await r(f,{...n,filter:e.filter})).exportTasks:(await r(p,{...n,filter:e.filter})).exportCustomers}export{g as ExportDialog};