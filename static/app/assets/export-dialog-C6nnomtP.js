//# allFunctionsCalledOnLoad
import{At as e,Ht as t,Jn as n,Kt as r,Ut as i,Yt as a,a as o,an as s,ft as c,pt as l}from"./index-BRNiWAgl.js";import{mt as u,pt as d}from"./common-DwHvm7Ys.js";import{z as f}from"./shared-ClzIc9sq.js";var p=n(`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),m=n(`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`),h=a({ru:{title:`Выгрузить в файл`,tasks:`Все заявки, которые подходят под фильтры списка`,customers:`Все клиенты, которые подходят под фильтры списка`,xlsx:`Таблица Excel (XLSX)`,csv:`Текстовая таблица (CSV)`,personal:`В файле имена и телефоны: храните его так же бережно, как само приложение.`,started:`Файл скачивается`},en:{title:`Export to a file`,tasks:`All tasks that fit the filters of the list`,customers:`All customers that fit the filters of the list`,xlsx:`Excel table (XLSX)`,csv:`Text table (CSV)`,personal:`The file holds names and phones: keep it as carefully as the app itself.`,started:`The file is being downloaded`}}),g=[{format:`XLSX`,key:`xlsx`},{format:`CSV`,key:`csv`}];function _({onClose:e,...n}){let r=`XLSX`,{busy:a,problem:p,submit:m}=u(async()=>{let{url:i,name:a}=t(await v(n,r));s.download(i,a),o(h(`started`)),e()});return l(f,{title:h(`title`),onClose:e,children:[l(`p`,{children:h(n.of)}),l(`div`,{class:`panel-buttons`,"aria-busy":a,children:g.map(({format:e,key:t})=>l(`button`,{type:`button`,class:`row-button`,disabled:a,onClick:()=>{r=e,m()},children:[l(c,{name:`download`}),h(t)]},e))}),l(d,{text:p?i(p):void 0}),l(`p`,{class:`panel-note`,children:h(`personal`)})]})}async function v(t,n){let i={format:n,language:r.value===`en`?`EN`:`RU`};return t.of===`tasks`?(await e(p,{...i,filter:t.filter})).exportTasks:(await e(m,{...i,filter:t.filter})).exportCustomers}export{_ as ExportDialog};