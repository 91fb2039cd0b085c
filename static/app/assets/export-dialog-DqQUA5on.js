//# allFunctionsCalledOnLoad
import{At as e,Gt as t,Ht as n,Jt as r,Kn as i,Vt as a,a as o,ft as s,in as c,pt as l}from"./index-zuuwVWf-.js";import{mt as u,pt as d}from"./common-B6GiX5lc.js";import{z as f}from"./shared-CKBPpBbM.js";var p=i(`
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
`),h=r({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл скачивается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:e,...t}){let r=`XLSX`,{busy:i,problem:p,submit:m}=u(async()=>{let{url:n,name:i}=a(await v(t,r));c.download(n,i),o(h(`started`)),e()});return l(f,{title:h(`title`),onClose:e,children:[l(`p`,{children:h(t.of)}),l(`div`,{class:`panel-buttons`,"aria-busy":i,children:g.map(({format:e,key:t})=>l(`button`,{type:`button`,class:`row-button`,disabled:i,onClick:()=>{r=e,m()},children:[l(s,{name:`download`}),h(t)]},e))}),l(d,{text:p?n(p):void 0}),l(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(n,r){let i={format:r,language:t.value===`en`?`EN`:`RU`};return n.of===`tasks`?(await e(p,{...i,filter:n.filter})).exportTasks:(await e(m,{...i,filter:n.filter})).exportCustomers}export{_ as ExportDialog};