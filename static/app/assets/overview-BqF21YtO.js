//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CiR-Zguq.js","assets/common-DwHvm7Ys.js","assets/index-BRNiWAgl.js","assets/index-NF7xe0rv.css","assets/shared-ClzIc9sq.js","assets/texts-P8GREsGL.js","assets/common-DV6HzUhi.css","assets/charts-4U9cYwI0.css"])))=>i.map(i=>d[i]);
import{Ft as e,Gn as t,Jn as n,Jt as r,Kt as i,Nt as a,Q as o,Qn as s,S as c,V as l,Yt as u,Z as d,Zt as f,_ as p,c as m,f as h,ft as g,ht as _,k as v,m as y,nn as b,nt as x,or as S,pt as C,qn as w,rn as T,rr as E,rt as D,s as O,vt as k,w as A,x as j}from"./index-BRNiWAgl.js";import{C as M,F as N,I as P,P as F,d as I,g as L,s as R,u as z}from"./shared-ClzIc9sq.js";import{X as B,d as V,v as H}from"./common-DwHvm7Ys.js";import{t as U}from"./texts-P8GREsGL.js";var W=u({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,overdue:`Просрочены`,today:`Обещаны сегодня`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:{one:`Без движения {count}\xA0день`,few:`Без движения {count}\xA0дня`,many:`Без движения {count}\xA0дней`,other:`Без движения {count}\xA0дня`},unreachable:`Заблокировали бота`,readyLongest:`Готовы дольше всех`,readyAll:`Все готовые: {count}`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычный срок`,noMedian:`За эти дни ни одна заявка не стала готовой`,agreed:`Согласованные цены`,"agreed.text":`На столько клиенты согласились за эти дни`,ratings:`Оценки`,"ratings.none":`За эти дни никто не оценил работу`,"ratings.count":{one:`{count} оценка`,few:`{count} оценки`,many:`{count} оценок`,other:`{count} оценки`},"ratings.of":`{average} из 5`,"ratings.poor":`Низкие оценки`,"ratings.nobody":`Без ответственного`,"ratings.noReason":`Причину не написали`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн.`},en:{now:`Now`,awaiting:`Await reply`,overdue:`Overdue`,today:`Due today`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:{one:`No change for {count}\xA0day`,other:`No change for {count}\xA0days`},unreachable:`Blocked the bot`,readyLongest:`Ready the longest`,readyAll:`All that are ready: {count}`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical time`,noMedian:`No task became ready in these days`,agreed:`Agreed prices`,"agreed.text":`Customers agreed to this in these days`,ratings:`Ratings`,"ratings.none":`Nobody rated the work in these days`,"ratings.count":{one:`{count} rating`,other:`{count} ratings`},"ratings.of":`{average} of 5`,"ratings.poor":`Poor ratings`,"ratings.nobody":`Nobody responsible`,"ratings.noReason":`No reason given`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),G=n(`
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
`,[t]),K=n(`
  query ReadyQueue {
    tasks(first: 5, filter: { statuses: [READY] }, orderBy: LONGEST_READY_FIRST) {
      totalCount
      nodes {
        ...TaskFields
      }
    }
  }
`,[w]),q=n(`
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
`,[t]),J=()=>P(B,{}).data?.me?.role===`ADMIN`;function Y(){return J()?C(X,{}):null}function X(){let{data:e,reload:t}=P(V,{});return e?.botState.problem?C(F,{title:U(`bot`),children:C(H,{state:e.botState,reload:t})}):null}function Z({begun:e}){return J()?C(Q,{begun:e}):null}function Q({begun:t}){let{data:n}=P(V,{}),r=`steps-hidden.${e()}`,[i,a]=E(()=>T(r)!==null),o=n?.firstSteps;return!o||i||o.taskTaken!==t||!Object.values(o).includes(!1)?null:C($,{steps:o,hide:()=>{b(r,`yes`),a(!0)}})}function $({steps:e,hide:t}){let n=[{step:`botWorks`,to:{screen:`settings`}},{step:`telegramLinked`,to:{screen:`account`}},{step:`shopDescribed`,to:{screen:`settings`}},{step:`colleagueInvited`,to:{screen:`team`}},{step:`taskTaken`,to:{screen:`task-new`,phone:``,filter:j()}},{step:`customerConnected`,to:y}];return C(F,{title:U(`steps`),children:[n.map(({step:t,to:n})=>C(`a`,{class:`row-link row-setting ${e[t]?`step-done`:``}`,href:p(n),children:[C(g,{name:e[t]?`check`:`next`}),C(`span`,{class:`row-text`,children:[U(`steps.${t}`),e[t]&&C(`span`,{class:`visually-hidden`,children:U(`steps.done`)})]})]},t)),C(`button`,{type:`button`,class:`row-button`,onClick:t,children:U(`steps.hide`)})]})}function ee(){let{data:e,reload:t}=P(K,{});k(R(t));let n=e?.tasks?.nodes??[],r=L(n);return!e?.tasks||n.length===0?null:C(F,{title:W(`readyLongest`),children:[C(`ul`,{children:n.map(e=>C(I,{task:e,toPickUp:!0,resting:r},e.id))}),C(`a`,{class:`row-button`,href:p({screen:`tasks`,filter:{...v,statuses:[`READY`]}}),children:W(`readyAll`,{count:e.tasks.totalCount})})]})}var te=O(async()=>(await a(async()=>{let{Charts:e}=await import(`./charts-CiR-Zguq.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5,6,7]))).Charts,6),ne=7;function re({days:e}){let t=x(D.value.timezone),[n,a]=E(ne),u=d(t,-n),{data:g,problem:y,reload:b}=P(G,{staleTo:u,today:t},{keep:!0}),w=g?.settings.staleDays;s(()=>{w!==void 0&&a(w)},[w]);let T=g?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];_(({id:e,customer:t})=>{(t?.phoneClaims.length||T.some(t=>t.id===e))&&b()}),k(R(b));let O=e=>({screen:`tasks`,filter:{...v,...e}}),j=[{label:W(`awaiting`),look:`awaiting`,count:g?.awaiting?.totalCount,to:O({awaiting:!0,statuses:[]})},{label:W(`overdue`),look:`overdue`,count:g?.overdue?.totalCount,to:O({due:`overdue`})},{label:W(`today`),look:`today`,count:g?.today?.totalCount,to:O({due:`today`,statuses:[`ACCEPTED`,`IN_PROGRESS`]})},{label:W(`accepted`),look:`blue`,count:g?.accepted?.totalCount,to:O({statuses:[`ACCEPTED`]})},{label:W(`inProgress`),look:`amber`,count:g?.inProgress?.totalCount,to:O({statuses:[`IN_PROGRESS`]})},{label:W(`ready`),look:`green`,count:g?.ready?.totalCount,to:O({statuses:[`READY`]})},{label:W(`stale`,{count:w??n}),look:`red`,count:w===n?g?.stale?.totalCount:void 0,to:O({statuses:l,updatedTo:u})},{label:W(`unreachable`),look:`grey`,count:g?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return C(S,{children:[C(N,{title:r(`nav.overview`),subtitle:o(t,t,i.value)}),C(Y,{}),C(Z,{begun:!1}),y&&g&&C(h,{problem:y,retry:b}),y&&!g?C(m,{problem:y,retry:b}):C(`section`,{"aria-label":W(`now`),children:C(`ul`,{class:`tiles`,children:j.map(({label:e,look:t,count:n,to:r})=>C(`li`,{children:C(`a`,{class:`number number-${t}`,"data-zero":n===0,href:p(r),children:[C(`span`,{class:`number-count`,children:n===void 0?`…`:f(i.value,n)}),C(`span`,{class:`number-label`,children:e})]})},t))})}),C(ee,{}),C(Z,{begun:!0}),T.length>0&&C(F,{title:W(`claims`),note:W(`claims.note`),children:C(`ul`,{children:T.map(e=>C(M,{customer:e},e.id))})}),C(`div`,{class:`period`,children:C(z,{look:`steps`,label:W(`period`),options:A.map(String),chosen:String(e),text:e=>W(`days`,{count:Number(e)}),onChoose:e=>c({screen:`overview`,days:A.find(t=>String(t)===e)},{replace:!0})})}),C(ie,{from:d(t,1-e),to:t})]})}function ie({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=P(q,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?C(m,{problem:r,retry:a}):C(`div`,{class:`results`,"aria-busy":i,children:n?.stats?C(te,{stats:n.stats}):C(F,{children:C(`div`,{class:`chart-space`})})})}export{re as OverviewScreen,W as t};