//# allFunctionsCalledOnLoad
import{$n as e,At as t,H as n,Ht as r,Jt as i,Kt as a,Ut as o,Yt as s,Zn as c,an as l,ar as u,c as d,ft as f,nr as p,p as m,pt as h,qn as g}from"./index-sL-bbROf.js";import{F as _,I as v,L as y,P as b}from"./shared-DnIUXHra.js";import{F as x,I as S,P as C,T as w,ht as T,mt as E}from"./common-CRipV2yb.js";import{i as D}from"./texts-BhBk2X1t.js";var O=g(`
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
    agreed {
      rows
      total
      highest
      sheet
      line
    }
    paid {
      rows
      total
      highest
      sheet
      line
    }
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
        amount
        field
      }
    }
  }
`),k=g(`
  query DataImport($language: LanguageEnum) {
    dataImport {
      ...ImportFields
    }
  }
`,[O]),A=g(`
  mutation CheckImport($fileId: ID!, $columns: [ImportColumnInput!], $statuses: [ImportStatusInput!]) {
    checkImport(fileId: $fileId, columns: $columns, statuses: $statuses) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),j=g(`
  mutation RunImport($id: ID!) {
    runImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),M=g(`
  mutation StopImport($id: ID!) {
    stopImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`),N=g(`
  mutation ExportRefusedRows($id: ID!, $language: LanguageEnum) {
    exportRefusedRows(id: $id, language: $language) {
      url
      name
    }
  }
`),P=s({ru:{lead:`Клиенты и заявки из таблицы, другой программы или контактов телефона. Сначала видно, что станет с каждой строкой. Пока вы не нажмёте «Перенести», ничего не изменится.`,choose:`Выбрать файл`,another:`Выбрать другой файл`,formats:`CSV, XLSX или vCard, до 20 МБ`,sending:`Файл отправляется: {part} %`,CHECKING:`Строки просматриваются: {done}`,RUNNING:`Строки переносятся: {done} из {rows}`,CHECKED:`Что станет со строками`,DONE:`Строки перенесены`,STOPPED:`Остановлено. Что перенесено, остаётся`,INTERRUPTED:`Перенос прервался. Что перенесено, остаётся`,FAILED:`Файл не перенесён`,EMPTY:`Файл пуст.`,OLD_EXCEL:`Это таблица старого Excel. Откройте её и сохраните как XLSX.`,UNKNOWN:`Это не CSV, не XLSX и не vCard. Откройте файл в таблицах и сохраните как XLSX.`,DAMAGED:`Файл повреждён. Откройте его в таблицах и сохраните заново.`,GONE:`Файл хранится сутки, и они прошли. Выберите его ещё раз.`,INTERNAL:`Не получилось. Повторите через минуту.`,rows:`Всего строк`,new:`Новые, и клиент новый`,known:`Новые, клиент уже есть`,changed:`Дополнят то, что есть`,same:`Уже есть`,refused:`Не подошли`,agreed:`Цены в строках`,paid:`Оплаты в строках`,sum:`{total}, строк: {rows}`,highest:`Самая большая сумма: {amount}, строка {line}`,"highest.sheet":`Самая большая сумма: {amount}, {sheet}, строка {line}`,why:`Первые строки, которые не подошли`,line:`Строка {line}`,"line.sheet":`{sheet}, строка {line}`,download:`Скачать строки, которые не подошли`,"download.note":`Исправьте строки в этом файле и загрузите его снова.`,started:`Файл скачивается`,open:`Столбца со статусом нет: все заявки будут открытыми`,close:`Закрыть все`,closed:`Все заявки без статуса будут закрыты`,leave:`Оставить открытыми`,statuses:`Что значат эти статусы`,notTaken:`Не переносится`,noPhones:`Столбец с телефонами не найден. Укажите его ниже.`,tasks:`Заявки`,customers:`Клиенты`,"sheet.tasks":`{sheet}: заявки`,"sheet.customers":`{sheet}: клиенты`,"sheet.skipped":`{sheet}: не переносится, нет телефонов`,column:`Столбец {letter}`,example:`Например: {example}`,"example.amount":`Например: {example}, понято как {amount}`,run:`Перенести`,again:`Повторить`,check:`Проверить ещё раз`,stop:`Остановить`,quiet:`Клиентам ничего не придёт.`,busy:`Уже идёт другой перенос. Дождитесь его конца.`,tooLarge:`Файл больше 20 МБ. Разделите его.`,"field.PHONE":`Телефон`,"field.OTHER_PHONES":`Ещё телефоны`,"field.NAME":`Имя и фамилия`,"field.FIRST_NAME":`Имя`,"field.MIDDLE_NAME":`Отчество`,"field.LAST_NAME":`Фамилия`,"field.EMAIL":`Почта`,"field.COMPANY":`Организация`,"field.ADDRESS":`Адрес`,"field.CUSTOMER_NOTE":`Заметка о клиенте`,"field.KNOWN_SINCE":`Клиент с`,"field.LANGUAGE":`Язык`,"field.NUMBER":`Номер в прежней программе`,"field.CREATED":`Принята`,"field.READY":`Готова`,"field.CLOSED":`Закрыта`,"field.PROMISED":`Срок`,"field.WARRANTY":`Гарантия до`,"field.STATUS":`Статус`,"field.STAGE":`Этап`,"field.CATEGORY":`Категория`,"field.SHOP_CATEGORY":`Своя категория`,"field.DESCRIPTION":`Описание`,"field.ITEM":`Вещь`,"field.MAKER":`Производитель`,"field.MODEL":`Модель`,"field.SERIAL":`Серийный номер`,"field.CONDITION":`Состояние`,"field.INCLUDES":`В комплекте`,"field.PRICE":`Цена`,"field.PAID":`Оплачено`,"field.EMPLOYEE":`Мастер`,"field.NOTE":`Заметка к заявке`},en:{lead:`Customers and tasks from a spreadsheet, another program or a phone’s contacts. First you see what would become of each row. Nothing is changed until you press “Import”.`,choose:`Choose a file`,another:`Choose another file`,formats:`CSV, XLSX or vCard, up to 20 MB`,sending:`The file is being sent: {part} %`,CHECKING:`The rows are being looked at: {done}`,RUNNING:`Rows are being taken in: {done} of {rows}`,CHECKED:`What would become of the rows`,DONE:`The rows are taken in`,STOPPED:`Stopped. What was taken in stays`,INTERRUPTED:`The import was interrupted. What was taken in stays`,FAILED:`The file was not taken in`,EMPTY:`The file is empty.`,OLD_EXCEL:`This is a table of an old Excel. Open it and save it as XLSX.`,UNKNOWN:`This is neither CSV nor XLSX nor vCard. Open it in a spreadsheet and save it as XLSX.`,DAMAGED:`The file is damaged. Open it in a spreadsheet and save it anew.`,GONE:`The file is kept for a day, and that is over. Choose it again.`,INTERNAL:`This did not work. Try again in a minute.`,rows:`Rows in all`,new:`New, with a new customer`,known:`New, of a customer who is here`,changed:`Say something new`,same:`Here already`,refused:`Not taken`,agreed:`Prices in the rows`,paid:`Payments in the rows`,sum:`{total}, rows: {rows}`,highest:`The highest: {amount}, line {line}`,"highest.sheet":`The highest: {amount}, {sheet}, line {line}`,why:`First rows that are not taken`,line:`Line {line}`,"line.sheet":`{sheet}, line {line}`,download:`Download the rows that are not taken`,"download.note":`Correct them there and import that file.`,started:`The file is being downloaded`,open:`There is no column with statuses: all tasks will be open`,close:`Close all`,closed:`All tasks without a status will be closed`,leave:`Leave them open`,statuses:`What do these statuses mean`,notTaken:`Not taken`,noPhones:`No column has phones. Choose which one has, below.`,tasks:`Tasks`,customers:`Customers`,"sheet.tasks":`{sheet}: tasks`,"sheet.customers":`{sheet}: customers`,"sheet.skipped":`{sheet}: left out, no phones`,column:`Column {letter}`,example:`For example: {example}`,"example.amount":`For example: {example}, which is read as {amount}`,run:`Import`,again:`Go on`,check:`Look again`,stop:`Stop`,quiet:`Nobody will be notified.`,busy:`Another import is at work. Wait for its end.`,tooLarge:`The file is larger than 20 MB. Split it.`,"field.PHONE":`Phone`,"field.OTHER_PHONES":`Further phones`,"field.NAME":`Name`,"field.FIRST_NAME":`First name`,"field.MIDDLE_NAME":`Middle name`,"field.LAST_NAME":`Last name`,"field.EMAIL":`Email`,"field.COMPANY":`Company`,"field.ADDRESS":`Address`,"field.CUSTOMER_NOTE":`Note on the customer`,"field.KNOWN_SINCE":`Customer since`,"field.LANGUAGE":`Language`,"field.NUMBER":`Number there`,"field.CREATED":`Taken in`,"field.READY":`Ready`,"field.CLOSED":`Closed`,"field.PROMISED":`Promised`,"field.WARRANTY":`Warranty until`,"field.STATUS":`Status`,"field.STAGE":`Stage`,"field.CATEGORY":`Category`,"field.SHOP_CATEGORY":`Own category`,"field.DESCRIPTION":`Description`,"field.ITEM":`Item`,"field.MAKER":`Maker`,"field.MODEL":`Model`,"field.SERIAL":`Serial number`,"field.CONDITION":`Condition`,"field.INCLUDES":`Came with`,"field.PRICE":`Price`,"field.PAID":`Paid`,"field.EMPLOYEE":`Employee`,"field.NOTE":`Note on the task`}}),F=`PHONE.OTHER_PHONES.NAME.FIRST_NAME.MIDDLE_NAME.LAST_NAME.EMAIL.COMPANY.ADDRESS.CUSTOMER_NOTE.KNOWN_SINCE.LANGUAGE.NUMBER.CREATED.READY.CLOSED.PROMISED.WARRANTY.STATUS.STAGE.CATEGORY.SHOP_CATEGORY.DESCRIPTION.ITEM.MAKER.MODEL.SERIAL.CONDITION.INCLUDES.PRICE.PAID.EMPLOYEE.NOTE`.split(`.`);function I({row:e,choose:t}){let r=[...new Set([...e.statuses.map(({word:e})=>e),...e.unknownStatuses])].filter(e=>e!==``),a=t=>e.statuses.filter(e=>e.word!==t),o=(e,n)=>t({statuses:n?[...a(e),{word:e,status:n}]:a(e)}),s=e.statuses.some(({word:e})=>e===``);return h(u,{children:[e.sheets.some(({withoutStatus:e})=>e)&&h(_,{children:[h(`p`,{class:`row`,children:P(s?`closed`:`open`)}),h(`button`,{type:`button`,class:`row-button`,onClick:()=>o(``,s?``:`CLOSED`),children:P(s?`leave`:`close`)})]}),r.length>0&&h(_,{title:P(`statuses`),children:r.map(t=>h(R,{title:t,value:e.statuses.find(e=>e.word===t)?.status??``,options:n.map(e=>[e,i(`status.${e}`)]),onChange:e=>o(t,e)},t))})]})}function L({row:e,choose:t}){let n=(n,r,i)=>t({columns:[...e.columns.filter(e=>e.sheet!==n||e.column!==r),{sheet:n,column:r,field:i||null}]});return h(u,{children:e.sheets.map(({name:e,tasks:t,skipped:r,columns:i})=>h(_,{title:e?P(r?`sheet.skipped`:t?`sheet.tasks`:`sheet.customers`,{sheet:e}):P(t?`tasks`:`customers`),children:i.map(({column:t,heading:r,example:i,amount:a,field:o})=>h(R,{title:r||P(`column`,{letter:t}),facts:i&&(a===null?P(`example`,{example:i}):P(`example.amount`,{example:i,amount:w(a)})),value:o??``,options:F.map(e=>[e,P(`field.${e}`)]),onChange:r=>n(e,t,r)},t))},e))})}function R({title:t,facts:n,value:r,options:i,onChange:a}){let o=e();return h(`div`,{class:`moving-column`,children:[h(`label`,{for:o,children:t}),h(`select`,{id:o,value:r,onChange:({currentTarget:e})=>a(e.value),children:[h(`option`,{value:``,children:P(`notTaken`)}),i.map(([e,t])=>h(`option`,{value:e,children:t},e))]}),n&&h(`span`,{class:`row-facts`,children:n})]})}var z=()=>a.value===`en`?`EN`:`RU`,B=1e3;function V(){let{data:e,problem:t,reload:n}=y(k,{language:z()}),r=e?.dataImport,i=r?.state===`CHECKING`||r?.state===`RUNNING`;return c(()=>{if(!i)return;let e=setInterval(n,B);return()=>clearInterval(e)},[i,n]),h(u,{children:[h(v,{title:D(`more.moving`),back:{screen:`more`}}),e?h(u,{children:[!r&&h(`p`,{class:`lead`,children:P(`lead`)}),r&&h(W,{row:r,reload:n}),!i&&h(U,{before:r??null,reload:n})]}):t?h(d,{problem:t,retry:n}):h(m,{rows:3})]})}function H(e){return e.field===`size`?P(`tooLarge`):e.code===`CONFLICT`&&e.field!==`file`?P(`busy`):o(e)}function U({before:e,reload:n}){let[r,i]=p(null),[a,o]=p(0),[s,l]=p(!1),{busy:u,problem:d,submit:m}=T(async()=>{let e=await S(r,o,new AbortController().signal);try{await t(A,{fileId:e})}catch(t){throw C(e),t}n()});return c(()=>{r&&m().then(()=>i(null))},[r]),h(_,{note:P(`formats`),children:[h(`label`,{class:`row-button`,"aria-busy":u,children:[h(`input`,{class:`visually-hidden`,type:`file`,accept:`.csv,.txt,.xlsx,.vcf`,disabled:u,onChange:({currentTarget:e})=>{let t=e.files?.[0];e.value=``,t&&(l(t.size>x),t.size<=20971520&&i(t))}}),h(f,{name:`download`}),h(`span`,{children:u?P(`sending`,{part:Math.round(a*100)}):P(e?`another`:`choose`)})]}),h(E,{text:s?P(`tooLarge`):d?H(d):void 0})]})}function W({row:e,reload:n}){let[r,i]=p(null),[a,o]=p(!1),s=r?.id===e.id&&(a||e.state===`CHECKING`),c=s?r:e,{busy:l,problem:d,submit:f}=T(async()=>{await t(j,{id:c.id}),n()}),m=T(()=>g({columns:c.columns,statuses:c.statuses}));async function g(e){await t(A,{fileId:c.fileId,...e}),n()}let v=e=>void x({columns:c.columns,statuses:c.statuses,...e}),[y,b]=p(null);async function x(e){b(null),i(G(c,e)),o(!0),await g(e).catch(b),o(!1)}let{state:S}=c;if(S===`CHECKING`||S===`RUNNING`)return h(K,{row:c,reload:n});let C=S===`CHECKED`&&c.sheets.every(({skipped:e})=>e),w=S===`CHECKED`,O=c.rows>0&&S!==`DONE`,k=d??m.problem??y;return h(u,{children:[h(_,{title:c.fileName??D(`more.moving`),note:w&&O?P(`quiet`):void 0,children:[h(`p`,{class:`row`,role:`status`,children:[s?P(`CHECKING`,{done:e.done}):P(C?`noPhones`:S),S===`FAILED`&&c.fault&&` — ${P(c.fault)}`]}),(w||c.done>0)&&!C&&h(q,{row:c}),O&&h(`button`,{type:`button`,class:`row-button`,disabled:l||s,onClick:()=>void f(),children:P(w?`run`:`again`)}),!w&&c.rows===0&&c.fault!==`GONE`&&h(`button`,{type:`button`,class:`row-button`,disabled:m.busy,onClick:()=>void m.submit(),children:P(`check`)}),h(E,{text:k?H(k):void 0})]}),h(Y,{row:c}),w&&h(I,{row:c,choose:v}),w&&h(L,{row:c,choose:v})]})}function G(e,t){let n=(e,n)=>t.columns.find(t=>t.sheet===e&&t.column===n),r=e.sheets.map(e=>({...e,columns:e.columns.map(t=>({...t,...n(e.name,t.column)}))}));return{...e,...t,sheets:r}}function K({row:e,reload:n}){let{rows:r,done:i}=e;async function a(){await b(async()=>(await t(M,{id:e.id}),P(`STOPPED`))),n()}return h(_,{title:e.fileName??D(`more.moving`),children:[h(`div`,{class:`moving-progress`,children:[h(`p`,{role:`status`,children:P(e.state,{done:i,rows:r})}),e.state===`RUNNING`&&h(`progress`,{max:r,value:i,"aria-label":D(`more.moving`)})]}),h(`button`,{type:`button`,class:`row-button destructive`,onClick:()=>void a(),children:P(`stop`)})]})}function q({row:e}){let t={new:e.newRows,known:e.knownRows,changed:e.changedRows,same:e.sameRows,refused:e.refusedRows};return h(`dl`,{class:`facts`,children:[h(`div`,{children:[h(`dt`,{children:P(`rows`)}),h(`dd`,{children:e.done})]}),Object.keys(t).filter(e=>t[e]>0).map(e=>h(`div`,{children:[h(`dt`,{children:P(e)}),h(`dd`,{children:t[e]})]},e)),h(J,{title:P(`agreed`),of:e.agreed}),h(J,{title:P(`paid`),of:e.paid})]})}function J({title:e,of:t}){if(!t)return null;let{rows:n,total:r,highest:i,sheet:a,line:o}=t;return h(`div`,{children:[h(`dt`,{children:e}),h(`dd`,{children:[P(`sum`,{total:w(r),rows:n}),h(`br`,{}),P(a?`highest.sheet`:`highest`,{amount:w(i),sheet:a,line:o})]})]})}function Y({row:e}){return e.refusedRows===0?null:h(_,{title:P(`why`),note:P(`download.note`),children:[h(`dl`,{class:`facts`,children:e.refused.map(({sheet:e,line:t,reason:n})=>h(`div`,{children:[h(`dt`,{children:e?P(`line.sheet`,{sheet:e,line:t}):P(`line`,{line:t})}),h(`dd`,{children:n})]},`${e} ${t}`))}),h(`button`,{type:`button`,class:`row-button`,onClick:()=>void X(e.id),children:[h(f,{name:`download`}),h(`span`,{children:P(`download`)})]})]})}async function X(e){await b(async()=>{let{url:n,name:i}=r((await t(N,{id:e,language:z()})).exportRefusedRows);return l.download(n,i),P(`started`)})}export{V as MovingScreen};