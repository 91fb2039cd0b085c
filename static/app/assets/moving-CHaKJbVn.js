//# allFunctionsCalledOnLoad
import{$n as e,At as t,H as n,Ht as r,Jt as i,Kt as a,Ut as o,Yt as s,Zn as c,an as l,ar as u,c as d,ft as f,nr as p,p as m,pt as h,qn as g}from"./index-DvToPO0M.js";import{F as _,I as v,L as y,P as b}from"./shared-CqoltNgC.js";import{F as x,I as S,P as C,ht as w,mt as T}from"./common-BngGVoS8.js";import{i as E}from"./texts-NYS6EI73.js";var D=g(`
  fragment ImportFields on ImportType {
    __typename
    id
    fileId
    fileName
    state
    fault
    rows
    done
    newRows
    knownRows
    changedRows
    sameRows
    refusedRows
    refused {
      sheet
      line
      reason(language: $language)
    }
    unknownStatuses
    statuses {
      word
      status
    }
    columns {
      sheet
      column
      field
    }
    sheets {
      name
      tasks
      skipped
      withoutStatus
      columns {
        column
        heading
        example
        field
      }
    }
  }
`),O=g(`
  query DataImport($language: LanguageEnum) {
    dataImport {
      ...ImportFields
    }
  }
`,[D]),k=g(`
  mutation CheckImport($fileId: ID!, $columns: [ImportColumnInput!], $statuses: [ImportStatusInput!]) {
    checkImport(fileId: $fileId, columns: $columns, statuses: $statuses) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),A=g(`
  mutation RunImport($id: ID!) {
    runImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),j=g(`
  mutation StopImport($id: ID!) {
    stopImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),M=g(`
  mutation ExportRefusedRows($id: ID!, $language: LanguageEnum) {
    exportRefusedRows(id: $id, language: $language) {
      url
      name
    }
  }
`),N=s({ru:{lead:`Клиенты и заявки из таблицы, другой программы или контактов телефона. Сначала видно, что станет с каждой строкой. Пока вы не нажмёте «Перенести», ничего не изменится.`,choose:`Выбрать файл`,another:`Выбрать другой файл`,formats:`CSV, XLSX или vCard, до 20 МБ`,sending:`Файл отправляется: {part} %`,CHECKING:`Строки просматриваются: {done}`,RUNNING:`Строки переносятся: {done} из {rows}`,CHECKED:`Что станет со строками`,DONE:`Строки перенесены`,STOPPED:`Остановлено. Что перенесено, остаётся`,INTERRUPTED:`Перенос прервался. Что перенесено, остаётся`,FAILED:`Файл не перенесён`,EMPTY:`Файл пуст.`,OLD_EXCEL:`Это таблица старого Excel. Откройте её и сохраните как XLSX.`,UNKNOWN:`Это не CSV, не XLSX и не vCard. Откройте файл в таблицах и сохраните как XLSX.`,DAMAGED:`Файл повреждён. Откройте его в таблицах и сохраните заново.`,GONE:`Файл хранится сутки, и они прошли. Выберите его ещё раз.`,INTERNAL:`Не получилось. Повторите через минуту.`,rows:`Всего строк`,new:`Новые, и клиент новый`,known:`Новые, клиент уже есть`,changed:`Дополнят то, что есть`,same:`Уже есть`,refused:`Не подошли`,why:`Первые строки, которые не подошли`,line:`Строка {line}`,"line.sheet":`{sheet}, строка {line}`,download:`Скачать строки, которые не подошли`,"download.note":`Исправьте строки в этом файле и загрузите его снова.`,started:`Файл скачивается`,open:`Столбца со статусом нет: все заявки будут открытыми`,close:`Закрыть все`,closed:`Все заявки без статуса будут закрыты`,leave:`Оставить открытыми`,statuses:`Что значат эти статусы`,notTaken:`Не переносится`,noPhones:`Столбец с телефонами не найден. Укажите его ниже.`,tasks:`Заявки`,customers:`Клиенты`,"sheet.tasks":`{sheet}: заявки`,"sheet.customers":`{sheet}: клиенты`,"sheet.skipped":`{sheet}: не переносится, нет телефонов`,column:`Столбец {letter}`,example:`Например: {example}`,run:`Перенести`,again:`Повторить`,check:`Проверить ещё раз`,stop:`Остановить`,quiet:`Клиентам ничего не придёт.`,busy:`Уже идёт другой перенос. Дождитесь его конца.`,tooLarge:`Файл больше 20 МБ. Разделите его.`,"field.PHONE":`Телефон`,"field.OTHER_PHONES":`Ещё телефоны`,"field.NAME":`Имя и фамилия`,"field.FIRST_NAME":`Имя`,"field.MIDDLE_NAME":`Отчество`,"field.LAST_NAME":`Фамилия`,"field.EMAIL":`Почта`,"field.COMPANY":`Организация`,"field.ADDRESS":`Адрес`,"field.CUSTOMER_NOTE":`Заметка о клиенте`,"field.KNOWN_SINCE":`Клиент с`,"field.LANGUAGE":`Язык`,"field.NUMBER":`Номер в прежней программе`,"field.CREATED":`Принята`,"field.READY":`Готова`,"field.CLOSED":`Закрыта`,"field.PROMISED":`Срок`,"field.WARRANTY":`Гарантия до`,"field.STATUS":`Статус`,"field.STAGE":`Этап`,"field.CATEGORY":`Категория`,"field.SHOP_CATEGORY":`Своя категория`,"field.DESCRIPTION":`Описание`,"field.ITEM":`Вещь`,"field.MAKER":`Производитель`,"field.MODEL":`Модель`,"field.SERIAL":`Серийный номер`,"field.CONDITION":`Состояние`,"field.INCLUDES":`В комплекте`,"field.PRICE":`Цена`,"field.PAID":`Оплачено`,"field.EMPLOYEE":`Мастер`,"field.NOTE":`Заметка к заявке`},en:{lead:`Customers and tasks from a spreadsheet, another program or a phone’s contacts. First you see what would become of each row. Nothing is changed until you press “Import”.`,choose:`Choose a file`,another:`Choose another file`,formats:`CSV, XLSX or vCard, up to 20 MB`,sending:`The file is being sent: {part} %`,CHECKING:`The rows are being looked at: {done}`,RUNNING:`Rows are being taken in: {done} of {rows}`,CHECKED:`What would become of the rows`,DONE:`The rows are taken in`,STOPPED:`Stopped. What was taken in stays`,INTERRUPTED:`The import was interrupted. What was taken in stays`,FAILED:`The file was not taken in`,EMPTY:`The file is empty.`,OLD_EXCEL:`This is a table of an old Excel. Open it and save it as XLSX.`,UNKNOWN:`This is neither CSV nor XLSX nor vCard. Open it in a spreadsheet and save it as XLSX.`,DAMAGED:`The file is damaged. Open it in a spreadsheet and save it anew.`,GONE:`The file is kept for a day, and that is over. Choose it again.`,INTERNAL:`This did not work. Try again in a minute.`,rows:`Rows in all`,new:`New, with a new customer`,known:`New, of a customer who is here`,changed:`Say something new`,same:`Here already`,refused:`Not taken`,why:`First rows that are not taken`,line:`Line {line}`,"line.sheet":`{sheet}, line {line}`,download:`Download the rows that are not taken`,"download.note":`Correct them there and import that file.`,started:`The file is being downloaded`,open:`There is no column with statuses: all tasks will be open`,close:`Close all`,closed:`All tasks without a status will be closed`,leave:`Leave them open`,statuses:`What do these statuses mean`,notTaken:`Not taken`,noPhones:`No column has phones. Choose which one has, below.`,tasks:`Tasks`,customers:`Customers`,"sheet.tasks":`{sheet}: tasks`,"sheet.customers":`{sheet}: customers`,"sheet.skipped":`{sheet}: left out, no phones`,column:`Column {letter}`,example:`For example: {example}`,run:`Import`,again:`Go on`,check:`Look again`,stop:`Stop`,quiet:`Nobody will be notified.`,busy:`Another import is at work. Wait for its end.`,tooLarge:`The file is larger than 20 MB. Split it.`,"field.PHONE":`Phone`,"field.OTHER_PHONES":`Further phones`,"field.NAME":`Name`,"field.FIRST_NAME":`First name`,"field.MIDDLE_NAME":`Middle name`,"field.LAST_NAME":`Last name`,"field.EMAIL":`Email`,"field.COMPANY":`Company`,"field.ADDRESS":`Address`,"field.CUSTOMER_NOTE":`Note on the customer`,"field.KNOWN_SINCE":`Customer since`,"field.LANGUAGE":`Language`,"field.NUMBER":`Number there`,"field.CREATED":`Taken in`,"field.READY":`Ready`,"field.CLOSED":`Closed`,"field.PROMISED":`Promised`,"field.WARRANTY":`Warranty until`,"field.STATUS":`Status`,"field.STAGE":`Stage`,"field.CATEGORY":`Category`,"field.SHOP_CATEGORY":`Own category`,"field.DESCRIPTION":`Description`,"field.ITEM":`Item`,"field.MAKER":`Maker`,"field.MODEL":`Model`,"field.SERIAL":`Serial number`,"field.CONDITION":`Condition`,"field.INCLUDES":`Came with`,"field.PRICE":`Price`,"field.PAID":`Paid`,"field.EMPLOYEE":`Employee`,"field.NOTE":`Note on the task`}}),P=`PHONE.OTHER_PHONES.NAME.FIRST_NAME.MIDDLE_NAME.LAST_NAME.EMAIL.COMPANY.ADDRESS.CUSTOMER_NOTE.KNOWN_SINCE.LANGUAGE.NUMBER.CREATED.READY.CLOSED.PROMISED.WARRANTY.STATUS.STAGE.CATEGORY.SHOP_CATEGORY.DESCRIPTION.ITEM.MAKER.MODEL.SERIAL.CONDITION.INCLUDES.PRICE.PAID.EMPLOYEE.NOTE`.split(`.`);function F({row:e,choose:t}){let r=[...new Set([...e.statuses.map(({word:e})=>e),...e.unknownStatuses])].filter(e=>e!==``),a=t=>e.statuses.filter(e=>e.word!==t),o=(e,n)=>t({statuses:n?[...a(e),{word:e,status:n}]:a(e)}),s=e.statuses.some(({word:e})=>e===``);return h(u,{children:[e.sheets.some(({withoutStatus:e})=>e)&&h(_,{children:[h(`p`,{class:`row`,children:N(s?`closed`:`open`)}),h(`button`,{type:`button`,class:`row-button`,onClick:()=>o(``,s?``:`CLOSED`),children:N(s?`leave`:`close`)})]}),r.length>0&&h(_,{title:N(`statuses`),children:r.map(t=>h(L,{title:t,value:e.statuses.find(e=>e.word===t)?.status??``,options:n.map(e=>[e,i(`status.${e}`)]),onChange:e=>o(t,e)},t))})]})}function I({row:e,choose:t}){let n=(n,r,i)=>t({columns:[...e.columns.filter(e=>e.sheet!==n||e.column!==r),{sheet:n,column:r,field:i||null}]});return h(u,{children:e.sheets.map(({name:e,tasks:t,skipped:r,columns:i})=>h(_,{title:e?N(r?`sheet.skipped`:t?`sheet.tasks`:`sheet.customers`,{sheet:e}):N(t?`tasks`:`customers`),children:i.map(({column:t,heading:r,example:i,field:a})=>h(L,{title:r||N(`column`,{letter:t}),facts:i&&N(`example`,{example:i}),value:a??``,options:P.map(e=>[e,N(`field.${e}`)]),onChange:r=>n(e,t,r)},t))},e))})}function L({title:t,facts:n,value:r,options:i,onChange:a}){let o=e();return h(`div`,{class:`moving-column`,children:[h(`label`,{for:o,children:t}),h(`select`,{id:o,value:r,onChange:({currentTarget:e})=>a(e.value),children:[h(`option`,{value:``,children:N(`notTaken`)}),i.map(([e,t])=>h(`option`,{value:e,children:t},e))]}),n&&h(`span`,{class:`row-facts`,children:n})]})}var R=()=>a.value===`en`?`EN`:`RU`,z=1e3;function B(){let{data:e,problem:t,reload:n}=y(O,{language:R()}),r=e?.dataImport,i=r?.state===`CHECKING`||r?.state===`RUNNING`;return c(()=>{if(!i)return;let e=setInterval(n,z);return()=>clearInterval(e)},[i,n]),h(u,{children:[h(v,{title:E(`more.moving`),back:{screen:`more`}}),e?h(u,{children:[!r&&h(`p`,{class:`lead`,children:N(`lead`)}),r&&h(U,{row:r,reload:n}),!i&&h(H,{before:r??null,reload:n})]}):t?h(d,{problem:t,retry:n}):h(m,{rows:3})]})}function V(e){return e.field===`size`?N(`tooLarge`):e.code===`CONFLICT`&&e.field!==`file`?N(`busy`):o(e)}function H({before:e,reload:n}){let[r,i]=p(null),[a,o]=p(0),[s,l]=p(!1),{busy:u,problem:d,submit:m}=w(async()=>{let e=await S(r,o,new AbortController().signal);try{await t(k,{fileId:e})}catch(t){throw C(e),t}n()});return c(()=>{r&&m().then(()=>i(null))},[r]),h(_,{note:N(`formats`),children:[h(`label`,{class:`row-button`,"aria-busy":u,children:[h(`input`,{class:`visually-hidden`,type:`file`,accept:`.csv,.txt,.xlsx,.vcf`,disabled:u,onChange:({currentTarget:e})=>{let t=e.files?.[0];e.value=``,t&&(l(t.size>x),t.size<=20971520&&i(t))}}),h(f,{name:`download`}),h(`span`,{children:u?N(`sending`,{part:Math.round(a*100)}):N(e?`another`:`choose`)})]}),h(T,{text:s?N(`tooLarge`):d?V(d):void 0})]})}function U({row:e,reload:n}){let[r,i]=p(null),[a,o]=p(!1),s=r?.id===e.id&&(a||e.state===`CHECKING`),c=s?r:e,{busy:l,problem:d,submit:f}=w(async()=>{await t(A,{id:c.id}),n()}),m=w(()=>g({columns:c.columns,statuses:c.statuses}));async function g(e){await t(k,{fileId:c.fileId,...e}),n()}let v=e=>void x({columns:c.columns,statuses:c.statuses,...e}),[y,b]=p(null);async function x(e){b(null),i(W(c,e)),o(!0),await g(e).catch(b),o(!1)}let{state:S}=c;if(S===`CHECKING`||S===`RUNNING`)return h(G,{row:c,reload:n});let C=S===`CHECKED`&&c.sheets.every(({skipped:e})=>e),D=S===`CHECKED`,O=c.rows>0&&S!==`DONE`,j=d??m.problem??y;return h(u,{children:[h(_,{title:c.fileName??E(`more.moving`),note:D&&O?N(`quiet`):void 0,children:[h(`p`,{class:`row`,role:`status`,children:[s?N(`CHECKING`,{done:e.done}):N(C?`noPhones`:S),S===`FAILED`&&c.fault&&` — ${N(c.fault)}`]}),(D||c.done>0)&&!C&&h(K,{row:c}),O&&h(`button`,{type:`button`,class:`row-button`,disabled:l||s,onClick:()=>void f(),children:N(D?`run`:`again`)}),!D&&c.rows===0&&c.fault!==`GONE`&&h(`button`,{type:`button`,class:`row-button`,disabled:m.busy,onClick:()=>void m.submit(),children:N(`check`)}),h(T,{text:j?V(j):void 0})]}),h(q,{row:c}),D&&h(F,{row:c,choose:v}),D&&h(I,{row:c,choose:v})]})}function W(e,t){let n=(e,n)=>t.columns.find(t=>t.sheet===e&&t.column===n),r=e.sheets.map(e=>({...e,columns:e.columns.map(t=>({...t,...n(e.name,t.column)}))}));return{...e,...t,sheets:r}}function G({row:e,reload:n}){let{rows:r,done:i}=e;async function a(){await b(async()=>(await t(j,{id:e.id}),N(`STOPPED`))),n()}return h(_,{title:e.fileName??E(`more.moving`),children:[h(`div`,{class:`moving-progress`,children:[h(`p`,{role:`status`,children:N(e.state,{done:i,rows:r})}),e.state===`RUNNING`&&h(`progress`,{max:r,value:i,"aria-label":E(`more.moving`)})]}),h(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void a(),children:N(`stop`)})]})}function K({row:e}){let t={new:e.newRows,known:e.knownRows,changed:e.changedRows,same:e.sameRows,refused:e.refusedRows};return h(`dl`,{class:`facts`,children:[h(`div`,{children:[h(`dt`,{children:N(`rows`)}),h(`dd`,{children:e.done})]}),Object.keys(t).filter(e=>t[e]>0).map(e=>h(`div`,{children:[h(`dt`,{children:N(e)}),h(`dd`,{children:t[e]})]},e))]})}function q({row:e}){return e.refusedRows===0?null:h(_,{title:N(`why`),note:N(`download.note`),children:[h(`dl`,{class:`facts`,children:e.refused.map(({sheet:e,line:t,reason:n})=>h(`div`,{children:[h(`dt`,{children:e?N(`line.sheet`,{sheet:e,line:t}):N(`line`,{line:t})}),h(`dd`,{children:n})]},`${e} ${t}`))}),h(`button`,{type:`button`,class:`row-button`,onClick:()=>void J(e.id),children:[h(f,{name:`download`}),h(`span`,{children:N(`download`)})]})]})}async function J(e){await b(async()=>{let{url:n,name:i}=r((await t(M,{id:e,language:R()})).exportRefusedRows);return l.download(n,i),N(`started`)})}export{B as MovingScreen};