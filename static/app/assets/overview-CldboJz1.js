//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-DliKTutl.js","assets/common-CsqOY7WX.js","assets/early-DuG2da89.js","assets/index-ivNPKq0K.js","assets/index-NF7xe0rv.css","assets/shared-Cd1dl1HI.js","assets/texts-CBVB_6ji.js","assets/common-DV6HzUhi.css","assets/charts-4U9cYwI0.css"])))=>i.map(i=>d[i]);
import{B as e,H as t,Lt as n,Pt as r,U as i,a,f as o,h as s,kt as c,o as l,p as u,u as d,v as f}from"./index-ivNPKq0K.js";import{I as p,L as m,R as h,S as g,T as _,_ as v,d as y,f as b,s as x}from"./shared-Cd1dl1HI.js";import{A as S,Et as C,K as w,O as T,P as E,Tt as D,_t as O,a as k,dt as A,g as j,ht as M,j as N,l as P,m as F,n as I,p as L,pt as R,st as z}from"./early-DuG2da89.js";import{Z as B,d as V,v as H}from"./common-CsqOY7WX.js";import{t as U}from"./texts-CBVB_6ji.js";var W=i({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,overdue:`Просрочены`,today:`Обещаны сегодня`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:{one:`Без движения {count}\xA0день`,few:`Без движения {count}\xA0дня`,many:`Без движения {count}\xA0дней`,other:`Без движения {count}\xA0дня`},unreachable:`Заблокировали бота`,readyLongest:`Готовы дольше всех`,readyAll:`Все готовые: {count}`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычный срок`,noMedian:`За эти дни ни одна заявка не стала готовой`,agreed:`Согласованные цены`,"agreed.text":`На столько клиенты согласились за эти дни`,ratings:`Оценки`,"ratings.none":`За эти дни никто не оценил работу`,"ratings.count":{one:`{count} оценка`,few:`{count} оценки`,many:`{count} оценок`,other:`{count} оценки`},"ratings.of":`{average} из 5`,"ratings.poor":`Низкие оценки`,"ratings.nobody":`Без ответственного`,"ratings.noReason":`Причину не написали`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн.`},en:{now:`Now`,awaiting:`Await reply`,overdue:`Overdue`,today:`Due today`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:{one:`No change for {count}\xA0day`,other:`No change for {count}\xA0days`},unreachable:`Blocked the bot`,readyLongest:`Ready the longest`,readyAll:`All that are ready: {count}`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical time`,noMedian:`No task became ready in these days`,agreed:`Agreed prices`,"agreed.text":`Customers agreed to this in these days`,ratings:`Ratings`,"ratings.none":`Nobody rated the work in these days`,"ratings.count":{one:`{count} rating`,other:`{count} ratings`},"ratings.of":`{average} of 5`,"ratings.poor":`Poor ratings`,"ratings.nobody":`Nobody responsible`,"ratings.noReason":`No reason given`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),G=N(`
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
    ready: tasks(first: 1, filter: { statuses: [READY] }) {
      totalCount
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
        ...CustomerFields
      }
    }
  }
`,[T]),K=N(`
  query ReadyQueue {
    tasks(first: 5, filter: { statuses: [READY] }, orderBy: LONGEST_READY_FIRST) {
      totalCount
      nodes {
        ...TaskFields
      }
    }
  }
`,[S]),q=N(`
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
`,[T]),J=()=>h(B,{}).data?.me?.role===`ADMIN`;function Y(){return J()?u(X,{}):null}function X(){let{data:e,reload:t}=h(V,{});return e?.botState.problem?u(p,{title:U(`bot`),children:u(H,{state:e.botState,reload:t})}):null}function Z({begun:e}){return J()?u(Q,{begun:e}):null}function Q({begun:e}){let{data:t}=h(V,{}),n=`steps-hidden.${O()}`,[i,a]=r(()=>C(n)!==null),o=t?.firstSteps;return!o||i||o.taskTaken!==e||!Object.values(o).includes(!1)?null:u($,{steps:o,hide:()=>{D(n,`yes`),a(!0)}})}function $({steps:e,hide:t}){let n=[{step:`botWorks`,to:{screen:`settings`}},{step:`telegramLinked`,to:{screen:`account`}},{step:`shopDescribed`,to:{screen:`settings`}},{step:`colleagueInvited`,to:{screen:`team`}},{step:`taskTaken`,to:{screen:`task-new`,phone:``,filter:L()}},{step:`customerConnected`,to:k}];return u(p,{title:U(`steps`),children:[n.map(({step:t,to:n})=>u(`a`,{class:`row-link row-setting ${e[t]?`step-done`:``}`,href:P(n),children:[u(o,{name:e[t]?`check`:`next`}),u(`span`,{class:`row-text`,children:[U(`steps.${t}`),e[t]&&u(`span`,{class:`visually-hidden`,children:U(`steps.done`)})]})]},t)),u(`button`,{type:`button`,class:`row-button`,onClick:t,children:U(`steps.hide`)})]})}function ee(){let{data:e,reload:t}=h(K,{});f(x(t));let n=e?.tasks?.nodes??[],r=v(n);return!e?.tasks||n.length===0?null:u(p,{title:W(`readyLongest`),children:[u(`ul`,{children:n.map(e=>u(b,{task:e,toPickUp:!0,resting:r},e.id))}),u(`a`,{class:`row-button`,href:P({screen:`tasks`,filter:{...E,statuses:[`READY`]}}),children:W(`readyAll`,{count:e.tasks.totalCount})})]})}var te=a(async()=>(await I(async()=>{let{Charts:e}=await import(`./charts-DliKTutl.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5,6,7,8]))).Charts,6),ne=7;function re({days:i}){let a=A(M.value.timezone),[o,v]=r(ne),b=z(a,-o),{data:S,problem:C,reload:T}=h(G,{staleTo:b,today:a},{keep:!0}),D=S?.settings.staleDays;c(()=>{D!==void 0&&v(D)},[D]);let O=S?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];s(({id:e,customer:t})=>{(t?.phoneClaims.length||O.some(t=>t.id===e))&&T()}),f(x(T));let k=e=>({screen:`tasks`,filter:{...E,...e}}),N=[{label:W(`awaiting`),look:`awaiting`,count:S?.awaiting?.totalCount,to:k({awaiting:!0,statuses:[]})},{label:W(`overdue`),look:`overdue`,count:S?.overdue?.totalCount,to:k({due:`overdue`})},{label:W(`today`),look:`today`,count:S?.today?.totalCount,to:k({due:`today`,statuses:[`ACCEPTED`,`IN_PROGRESS`]})},{label:W(`accepted`),look:`blue`,count:S?.accepted?.totalCount,to:k({statuses:[`ACCEPTED`]})},{label:W(`inProgress`),look:`amber`,count:S?.inProgress?.totalCount,to:k({statuses:[`IN_PROGRESS`]})},{label:W(`ready`),look:`green`,count:S?.ready?.totalCount,to:k({statuses:[`READY`]})},{label:W(`stale`,{count:D??o}),look:`red`,count:D===o?S?.stale?.totalCount:void 0,to:k({statuses:w,updatedTo:b})},{label:W(`unreachable`),look:`grey`,count:S?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return u(n,{children:[u(m,{title:t(`nav.overview`),subtitle:g(a,a,e.value)}),u(Y,{}),u(Z,{begun:!1}),C&&S&&u(d,{problem:C,retry:T}),C&&!S?u(l,{problem:C,retry:T}):u(`section`,{"aria-label":W(`now`),children:u(`ul`,{class:`tiles`,children:N.map(({label:t,look:n,count:r,to:i})=>u(`li`,{children:u(`a`,{class:`number number-${n}`,"data-zero":r===0,href:P(i),children:[u(`span`,{class:`number-count`,children:r===void 0?`…`:R(e.value,r)}),u(`span`,{class:`number-label`,children:t})]})},n))})}),u(ee,{}),u(Z,{begun:!0}),O.length>0&&u(p,{title:W(`claims`),note:W(`claims.note`),children:u(`ul`,{children:O.map(e=>u(_,{customer:e},e.id))})}),u(`div`,{class:`period`,children:u(y,{look:`steps`,label:W(`period`),options:j.map(String),chosen:String(i),text:e=>W(`days`,{count:Number(e)}),onChoose:e=>F({screen:`overview`,days:j.find(t=>String(t)===e)},{replace:!0})})}),u(ie,{from:z(a,1-i),to:a})]})}function ie({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=h(q,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?u(l,{problem:r,retry:a}):u(`div`,{class:`results`,"aria-busy":i,children:n?.stats?u(te,{stats:n.stats}):u(p,{children:u(`div`,{class:`chart-space`})})})}export{re as OverviewScreen,W as t};