//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-DCCbvGaN.js","assets/common-DBZvb-18.js","assets/early-U_B3e4p6.js","assets/index-ZUsEXP19.js","assets/index-NF7xe0rv.css","assets/shared-GoK3iQms.js","assets/texts-rWTbZoQw.js","assets/common-DV6HzUhi.css","assets/charts-4U9cYwI0.css"])))=>i.map(i=>d[i]);
import{B as e,H as t,Lt as n,Pt as r,U as i,a,d as o,f as s,h as c,kt as l,o as u,p as d,u as f,v as p}from"./index-ZUsEXP19.js";import{I as m,L as h,R as g,S as _,T as v,_ as y,d as b,f as x,s as S}from"./shared-GoK3iQms.js";import{A as C,Et as w,K as T,O as E,P as D,Tt as O,_t as k,a as A,dt as j,g as M,ht as N,j as P,l as F,m as I,n as L,p as R,pt as z,st as B}from"./early-U_B3e4p6.js";import{b as V,d as H,v as U}from"./common-DBZvb-18.js";import{t as W}from"./texts-rWTbZoQw.js";var G=i({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,overdue:`Просрочены`,today:`Обещаны сегодня`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:{one:`Без движения {count}\xA0день`,few:`Без движения {count}\xA0дня`,many:`Без движения {count}\xA0дней`,other:`Без движения {count}\xA0дня`},unreachable:`Заблокировали бота`,readyLongest:`Готовы дольше всех`,readyAll:`Все готовые: {count}`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычный срок`,noMedian:`За эти дни ни одна заявка не стала готовой`,agreed:`Согласованные цены`,"agreed.text":`На столько клиенты согласились за эти дни`,ratings:`Оценки`,"ratings.none":`За эти дни никто не оценил работу`,"ratings.count":{one:`{count} оценка`,few:`{count} оценки`,many:`{count} оценок`,other:`{count} оценки`},"ratings.of":`{average} из 5`,"ratings.poor":`Низкие оценки`,"ratings.nobody":`Без ответственного`,"ratings.noReason":`Причину не написали`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн.`},en:{now:`Now`,awaiting:`Await reply`,overdue:`Overdue`,today:`Due today`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:{one:`No change for {count}\xA0day`,other:`No change for {count}\xA0days`},unreachable:`Blocked the bot`,readyLongest:`Ready the longest`,readyAll:`All that are ready: {count}`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical time`,noMedian:`No task became ready in these days`,agreed:`Agreed prices`,"agreed.text":`Customers agreed to this in these days`,ratings:`Ratings`,"ratings.none":`Nobody rated the work in these days`,"ratings.count":{one:`{count} rating`,other:`{count} ratings`},"ratings.of":`{average} of 5`,"ratings.poor":`Poor ratings`,"ratings.nobody":`Nobody responsible`,"ratings.noReason":`No reason given`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),K=P(`
  query Overview($staleTo: String!, $today: DateTime!) {
    settings {
      staleDays
    }
    awaiting: tasks(first: 1, filter: { awaitingReply: true }) {
      totalCount
    }
    overdue: tasks(first: 1, filter: { overdue: true }) {
      totalCount
    }
    today: tasks(first: 1, filter: { statuses: [ACCEPTED, IN_PROGRESS], promisedFrom: $today, promisedTo: $today }) {
      totalCount
    }
    accepted: tasks(first: 1, filter: { statuses: [ACCEPTED] }) {
      totalCount
    }
    inProgress: tasks(first: 1, filter: { statuses: [IN_PROGRESS] }) {
      totalCount
    }
    ready: tasks(first: 5, filter: { statuses: [READY] }, orderBy: LONGEST_READY_FIRST) {
      totalCount
      nodes {
        ...TaskFields
      }
    }
    stale: tasks(first: 1, filter: { statuses: [ACCEPTED, IN_PROGRESS, READY], updatedTo: $staleTo }) {
      totalCount
    }
    unreachable: customers(first: 1, filter: { registered: true, reachable: false }) {
      totalCount
    }
    phoneClaims {
      __typename
      id
      customer {
        __typename
        id
        telegramId
        phone
        phoneInternational
        name
        reachable
        verified
      }
    }
  }
`,[C]),q=P(`
  query Stats($dateStart: String!, $dateEnd: String!) {
    stats(dateStart: $dateStart, dateEnd: $dateEnd) {
      medianSecondsToReady
      days {
        day
        created
        closed
        medianSecondsToReady
      }
      agreed
      ratings {
        average
        count
        byEmployee {
          average
          count
          employee {
            __typename
            id
            email
            name
          }
        }
        poor {
          __typename
          id
          rating
          ratingComment
          customer {
            ...CustomerFields
          }
          employee {
            __typename
            id
            email
            name
          }
        }
      }
    }
  }
`,[E]);function J(){let e=V(),{data:t,settled:n,reload:r}=g(H,{},{pause:!e});return{...t,known:e===!1||n,reload:r}}function Y({state:e,reload:t}){return e?.problem?d(m,{title:W(`bot`),children:d(U,{state:e,reload:t})}):null}function X({steps:e,begun:t}){let n=`steps-hidden.${k()}`,[i,a]=r(()=>w(n)!==null);return!e||i||e.taskTaken!==t||!Object.values(e).includes(!1)?null:d(Z,{steps:e,hide:()=>{O(n,`yes`),a(!0)}})}function Z({steps:e,hide:t}){let n=[{step:`botWorks`,to:{screen:`settings`}},{step:`telegramLinked`,to:{screen:`account`}},{step:`shopDescribed`,to:{screen:`settings`}},{step:`colleagueInvited`,to:{screen:`team`}},{step:`taskTaken`,to:{screen:`task-new`,phone:``,filter:R()}},{step:`customerConnected`,to:A}];return d(m,{title:W(`steps`),children:[n.map(({step:t,to:n})=>d(`a`,{class:`row-link row-setting ${e[t]?`step-done`:``}`,href:F(n),children:[d(s,{name:e[t]?`check`:`next`}),d(`span`,{class:`row-text`,children:[W(`steps.${t}`),e[t]&&d(`span`,{class:`visually-hidden`,children:W(`steps.done`)})]})]},t)),d(`button`,{type:`button`,class:`row-button`,onClick:t,children:W(`steps.hide`)})]})}function Q({ready:{nodes:e,totalCount:t}}){let n=y(e);return e.length===0?null:d(m,{title:G(`readyLongest`),children:[d(`ul`,{children:e.map(e=>d(x,{task:e,toPickUp:!0,resting:n},e.id))}),d(`a`,{class:`row-button`,href:F({screen:`tasks`,filter:{...D,statuses:[`READY`]}}),children:G(`readyAll`,{count:t})})]})}var $=a(async()=>(await L(async()=>{let{Charts:e}=await import(`./charts-DCCbvGaN.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5,6,7,8]))).Charts,6),ee=7;function te({days:i}){let a=j(N.value.timezone),[s,y]=r(ee),x=B(a,-s),{data:C,problem:w,settled:E,reload:O}=g(K,{staleTo:x,today:a},{keep:!0}),k=J(),A=C?.settings.staleDays;l(()=>{A!==void 0&&y(A)},[A]);let P=C?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];c(({id:e,customer:t})=>{(t?.phoneClaims.length||P.some(t=>t.id===e))&&O()}),p(S(O));let L=e=>({screen:`tasks`,filter:{...D,...e}}),R=[{label:G(`awaiting`),look:`awaiting`,count:C?.awaiting?.totalCount,to:L({awaiting:!0,statuses:[]})},{label:G(`overdue`),look:`overdue`,count:C?.overdue?.totalCount,to:L({due:`overdue`})},{label:G(`today`),look:`today`,count:C?.today?.totalCount,to:L({due:`today`,statuses:[`ACCEPTED`,`IN_PROGRESS`]})},{label:G(`accepted`),look:`blue`,count:C?.accepted?.totalCount,to:L({statuses:[`ACCEPTED`]})},{label:G(`inProgress`),look:`amber`,count:C?.inProgress?.totalCount,to:L({statuses:[`IN_PROGRESS`]})},{label:G(`ready`),look:`green`,count:C?.ready?.totalCount,to:L({statuses:[`READY`]})},{label:G(`stale`,{count:A??s}),look:`red`,count:A===s?C?.stale?.totalCount:void 0,to:L({statuses:T,updatedTo:x})},{label:G(`unreachable`),look:`grey`,count:C?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return d(n,{children:[d(h,{title:t(`nav.overview`),subtitle:_(a,a,e.value)}),w&&C&&d(f,{problem:w,retry:O}),k.known?d(n,{children:[d(Y,{state:k.botState,reload:k.reload}),d(X,{steps:k.firstSteps,begun:!1}),w&&!C?d(u,{problem:w,retry:O}):d(`section`,{"aria-label":G(`now`),children:d(`ul`,{class:`tiles`,children:R.map(({label:t,look:n,count:r,to:i})=>d(`li`,{children:d(`a`,{class:`number number-${n}`,"data-zero":r===0,href:F(i),children:[d(`span`,{class:`number-count`,children:r===void 0?`…`:z(e.value,r)}),d(`span`,{class:`number-label`,children:t})]})},n))})})]}):d(o,{rows:6},`first`),k.known&&!E&&d(m,{children:d(o,{rows:6})},`rest`),d(`div`,{class:`part`,hidden:!k.known||!E,children:[C?.ready&&d(Q,{ready:C.ready}),d(X,{steps:k.firstSteps,begun:!0}),P.length>0&&d(m,{title:G(`claims`),note:G(`claims.note`),children:d(`ul`,{children:P.map(e=>d(v,{customer:e},e.id))})}),d(`div`,{class:`period`,children:d(b,{look:`steps`,label:G(`period`),options:M.map(String),chosen:String(i),text:e=>G(`days`,{count:Number(e)}),onChoose:e=>I({screen:`overview`,days:M.find(t=>String(t)===e)},{replace:!0})})}),d(ne,{from:B(a,1-i),to:a})]})]})}function ne({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=g(q,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?d(u,{problem:r,retry:a}):d(`div`,{class:`results`,"aria-busy":i,children:n?.stats?d($,{stats:n.stats}):d(m,{children:d(`div`,{class:`chart-space`})})})}export{te as OverviewScreen,G as t};