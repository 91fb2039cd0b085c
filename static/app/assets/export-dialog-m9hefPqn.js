//# allFunctionsCalledOnLoad
import{At as e,Ht as t,Kt as n,Ut as r,Yt as i,a,an as o,ft as s,pt as c,qn as l}from"./index-sL-bbROf.js";import{ht as u,mt as d}from"./common-CRipV2yb.js";import{B as f}from"./shared-DnIUXHra.js";var p=l(`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),m=l(`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),h=i({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл скачивается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:e,...n}){let i=`XLSX`,{busy:l,problem:p,submit:m}=u(async()=>{let{url:r,name:s}=t(await v(n,i));o.download(r,s),a(h(`started`)),e()});return c(f,{title:h(`title`),onClose:e,children:[c(`p`,{children:h(n.of)}),c(`div`,{class:`panel-buttons`,"aria-busy":l,children:g.map(({format:e,key:t})=>c(`button`,{type:`button`,class:`row-button`,disabled:l,onClick:()=>{i=e,m()},children:[c(s,{name:`download`}),h(t)]},e))}),c(d,{text:p?r(p):void 0}),c(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(t,r){let i={format:r,language:n.value===`en`?`EN`:`RU`};return t.of===`tasks`?(await e(p,{...i,filter:t.filter})).exportTasks:(await e(m,{...i,filter:t.filter})).exportCustomers}export{_ as ExportDialog};