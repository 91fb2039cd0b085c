//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CtNu-kZV.js","assets/common-B_8m7u9H.js","assets/index-s45Qz5vS.js","assets/index-B1zEFz_f.css","assets/shared-B6la2iFc.js","assets/texts-Bdau0jDK.js","assets/common-DV6HzUhi.css","assets/charts-4U9cYwI0.css"])))=>i.map(i=>d[i]);
import{Gn as e,Gt as t,Jt as n,Kn as r,Mt as i,Pt as a,Q as o,S as s,V as c,Wn as l,Xn as u,Xt as d,Z as f,_ as p,c as m,f as h,ft as g,ht as _,ir as v,k as y,m as b,nn as x,nt as S,pt as C,qt as w,rt as T,s as E,tn as D,tr as O,vt as k,w as A,x as j}from"./index-s45Qz5vS.js";import{F as M,M as N,N as P,l as F,o as I,u as L,x as R}from"./shared-B6la2iFc.js";import{X as z,d as B,v as V}from"./common-B_8m7u9H.js";import{t as H}from"./texts-Bdau0jDK.js";var U=n({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,overdue:`Просрочены`,today:`Обещаны сегодня`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:{one:`Без движения {count}\xA0день`,few:`Без движения {count}\xA0дня`,many:`Без движения {count}\xA0дней`,other:`Без движения {count}\xA0дня`},unreachable:`Заблокировали бота`,readyLongest:`Готовы дольше всех`,readyAll:`Все готовые: {count}`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычный срок`,noMedian:`За эти дни ни одна заявка не стала готовой`,agreed:`Согласованные цены`,"agreed.text":`На столько клиенты согласились за эти дни`,ratings:`Оценки`,"ratings.none":`За эти дни никто не оценил работу`,"ratings.count":{one:`{count} оценка`,few:`{count} оценки`,many:`{count} оценок`,other:`{count} оценки`},"ratings.of":`{average} из 5`,"ratings.poor":`Низкие оценки`,"ratings.nobody":`Без ответственного`,"ratings.noReason":`Причину не написали`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн.`},en:{now:`Now`,awaiting:`Await reply`,overdue:`Overdue`,today:`Due today`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:{one:`No change for {count}\xA0day`,other:`No change for {count}\xA0days`},unreachable:`Blocked the bot`,readyLongest:`Ready the longest`,readyAll:`All that are ready: {count}`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical time`,noMedian:`No task became ready in these days`,agreed:`Agreed prices`,"agreed.text":`Customers agreed to this in these days`,ratings:`Ratings`,"ratings.none":`Nobody rated the work in these days`,"ratings.count":{one:`{count} rating`,other:`{count} ratings`},"ratings.of":`{average} of 5`,"ratings.poor":`Poor ratings`,"ratings.nobody":`Nobody responsible`,"ratings.noReason":`No reason given`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),W=r(`
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
`,[l]),G=r(`
  query ReadyQueue {
    tasks(first: 5, filter: { statuses: [READY] }, orderBy: LONGEST_READY_FIRST) {
      totalCount
      nodes {
        ...TaskFields
      }
    }
  }
`,[e]),K=r(`
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
`,[l]),q=()=>M(z,{}).data?.me?.role===`ADMIN`;function J(){return q()?C(Y,{}):null}function Y(){let{data:e,reload:t}=M(B,{});return e?.botState.problem?C(N,{title:H(`bot`),children:C(V,{state:e.botState,reload:t})}):null}function X({begun:e}){return q()?C(Z,{begun:e}):null}function Z({begun:e}){let{data:t}=M(B,{}),n=`steps-hidden.${a()}`,[r,i]=O(()=>x(n)!==null),o=t?.firstSteps;return!o||r||o.taskTaken!==e||!Object.values(o).includes(!1)?null:C(Q,{steps:o,hide:()=>{D(n,`yes`),i(!0)}})}function Q({steps:e,hide:t}){let n=[{step:`botWorks`,to:{screen:`settings`}},{step:`telegramLinked`,to:{screen:`account`}},{step:`shopDescribed`,to:{screen:`settings`}},{step:`colleagueInvited`,to:{screen:`team`}},{step:`taskTaken`,to:{screen:`task-new`,phone:``,filter:j()}},{step:`customerConnected`,to:b}];return C(N,{title:H(`steps`),children:[n.map(({step:t,to:n})=>C(`a`,{class:`row-link row-setting ${e[t]?`step-done`:``}`,href:p(n),children:[C(g,{name:e[t]?`check`:`next`}),C(`span`,{class:`row-text`,children:[H(`steps.${t}`),e[t]&&C(`span`,{class:`visually-hidden`,children:H(`steps.done`)})]})]},t)),C(`button`,{type:`button`,class:`row-button`,onClick:t,children:H(`steps.hide`)})]})}function $(){let{data:e,reload:t}=M(G,{});return k(I(t)),e?.tasks?.nodes.length?C(N,{title:U(`readyLongest`),children:[C(`ul`,{children:e.tasks.nodes.map(e=>C(L,{task:e,toPickUp:!0},e.id))}),C(`a`,{class:`row-button`,href:p({screen:`tasks`,filter:{...y,statuses:[`READY`]}}),children:U(`readyAll`,{count:e.tasks.totalCount})})]}):null}var ee=E(async()=>(await i(async()=>{let{Charts:e}=await import(`./charts-CtNu-kZV.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5,6,7]))).Charts,6),te=7;function ne({days:e}){let n=S(T.value.timezone),[r,i]=O(te),a=f(n,-r),{data:l,problem:g,reload:b}=M(W,{staleTo:a,today:n},{keep:!0}),x=l?.settings.staleDays;u(()=>{x!==void 0&&i(x)},[x]);let E=l?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];_(({id:e,customer:t})=>{(t?.phoneClaims.length||E.some(t=>t.id===e))&&b()}),k(I(b));let D=e=>({screen:`tasks`,filter:{...y,...e}}),j=[{label:U(`awaiting`),look:`awaiting`,count:l?.awaiting?.totalCount,to:D({awaiting:!0,statuses:[]})},{label:U(`overdue`),look:`overdue`,count:l?.overdue?.totalCount,to:D({due:`overdue`})},{label:U(`today`),look:`today`,count:l?.today?.totalCount,to:D({due:`today`,statuses:[`ACCEPTED`,`IN_PROGRESS`]})},{label:U(`accepted`),look:`blue`,count:l?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:U(`inProgress`),look:`amber`,count:l?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:U(`ready`),look:`green`,count:l?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:U(`stale`,{count:x??r}),look:`red`,count:x===r?l?.stale?.totalCount:void 0,to:D({statuses:c,updatedTo:a})},{label:U(`unreachable`),look:`grey`,count:l?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return C(v,{children:[C(P,{title:w(`nav.overview`),subtitle:o(n,n,t.value)}),C(J,{}),C(X,{begun:!1}),g&&l&&C(h,{problem:g,retry:b}),g&&!l?C(m,{problem:g,retry:b}):C(`section`,{"aria-label":U(`now`),children:C(`ul`,{class:`tiles`,children:j.map(({label:e,look:n,count:r,to:i})=>C(`li`,{children:C(`a`,{class:`number number-${n}`,"data-zero":r===0,href:p(i),children:[C(`span`,{class:`number-count`,children:r===void 0?`…`:d(t.value,r)}),C(`span`,{class:`number-label`,children:e})]})},n))})}),C($,{}),C(X,{begun:!0}),E.length>0&&C(N,{title:U(`claims`),note:U(`claims.note`),children:C(`ul`,{children:E.map(e=>C(R,{customer:e},e.id))})}),C(`div`,{class:`period`,children:C(F,{look:`steps`,label:U(`period`),options:A.map(String),chosen:String(e),text:e=>U(`days`,{count:Number(e)}),onChoose:e=>s({screen:`overview`,days:A.find(t=>String(t)===e)},{replace:!0})})}),C(re,{from:f(n,1-e),to:n})]})}function re({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=M(K,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?C(m,{problem:r,retry:a}):C(`div`,{class:`results`,"aria-busy":i,children:n?.stats?C(ee,{stats:n.stats}):C(N,{children:C(`div`,{class:`chart-space`})})})}export{ne as OverviewScreen,U as t};