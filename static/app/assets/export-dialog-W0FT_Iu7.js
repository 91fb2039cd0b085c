//# allFunctionsCalledOnLoad
import{A as e,Dt as t,I as n,L as r,an as i,dt as a,et as o,ft as s,gt as c,yt as l}from"./index-_EDv0hxI.js";import{dt as u,ft as d,ut as f}from"./shared-B5EH-HAm.js";var p=i(`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),m=i(`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),h=l({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл загружается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:i,...o}){let c=`XLSX`,{busy:l,problem:p,submit:m}=d(async()=>{let{url:n,name:r}=a(await v(o,c));t.download(n,r),e(h(`started`)),i()});return r(u,{title:h(`title`),onClose:i,children:[r(`p`,{children:h(o.of)}),r(`div`,{class:`panel-buttons`,"aria-busy":l,children:g.map(({format:e,key:t})=>r(`button`,{type:`button`,class:`row-button`,disabled:l,onClick:()=>{c=e,m()},children:[r(n,{name:`download`}),h(t)]},e))}),r(f,{text:p?s(p):void 0}),r(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(e,t){let n={format:t,language:c.value===`en`?`EN`:`RU`};return e.of===`tasks`?(await o(p,{...n,filter:e.filter})).exportTasks:(await o(m,{...n,filter:e.filter})).exportCustomers}export{_ as ExportDialog};