//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-DIsDjwKr.js","assets/common-B6GiX5lc.js","assets/index-zuuwVWf-.js","assets/index-TU9MtLo0.css","assets/shared-CKBPpBbM.js","assets/texts-D2CfHHad.js","assets/common-DV6HzUhi.css","assets/charts-4U9cYwI0.css"])))=>i.map(i=>d[i]);
import{Gn as e,Gt as t,Jt as n,Kn as r,Mt as i,Pt as a,Q as o,S as s,V as c,Wn as l,Xn as u,Xt as d,Z as f,_ as p,c as m,f as h,ft as g,ht as _,ir as v,k as y,m as b,nn as x,nt as S,pt as C,qt as w,rt as T,s as E,tn as D,tr as O,vt as k,w as A,x as j}from"./index-zuuwVWf-.js";import{C as M,F as N,I as P,P as F,d as I,g as L,s as R,u as z}from"./shared-CKBPpBbM.js";import{X as B,d as V,v as H}from"./common-B6GiX5lc.js";import{t as U}from"./texts-D2CfHHad.js";var W=n({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,overdue:`Просрочены`,today:`Обещаны сегодня`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:{one:`Без движения {count}\xA0день`,few:`Без движения {count}\xA0дня`,many:`Без движения {count}\xA0дней`,other:`Без движения {count}\xA0дня`},unreachable:`Заблокировали бота`,readyLongest:`Готовы дольше всех`,readyAll:`Все готовые: {count}`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычный срок`,noMedian:`За эти дни ни одна заявка не стала готовой`,agreed:`Согласованные цены`,"agreed.text":`На столько клиенты согласились за эти дни`,ratings:`Оценки`,"ratings.none":`За эти дни никто не оценил работу`,"ratings.count":{one:`{count} оценка`,few:`{count} оценки`,many:`{count} оценок`,other:`{count} оценки`},"ratings.of":`{average} из 5`,"ratings.poor":`Низкие оценки`,"ratings.nobody":`Без ответственного`,"ratings.noReason":`Причину не написали`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн.`},en:{now:`Now`,awaiting:`Await reply`,overdue:`Overdue`,today:`Due today`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:{one:`No change for {count}\xA0day`,other:`No change for {count}\xA0days`},unreachable:`Blocked the bot`,readyLongest:`Ready the longest`,readyAll:`All that are ready: {count}`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical time`,noMedian:`No task became ready in these days`,agreed:`Agreed prices`,"agreed.text":`Customers agreed to this in these days`,ratings:`Ratings`,"ratings.none":`Nobody rated the work in these days`,"ratings.count":{one:`{count} rating`,other:`{count} ratings`},"ratings.of":`{average} of 5`,"ratings.poor":`Poor ratings`,"ratings.nobody":`Nobody responsible`,"ratings.noReason":`No reason given`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),G=r(`
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
`,[l]),K=r(`
  query ReadyQueue {
    tasks(first: 5, filter: { statuses: [READY] }, orderBy: LONGEST_READY_FIRST) {
      totalCount
      nodes {
        ...TaskFields
      }
    }
  }
`,[e]),q=r(`
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
`,[l]),J=()=>P(B,{}).data?.me?.role===`ADMIN`;function Y(){return J()?C(X,{}):null}function X(){let{data:e,reload:t}=P(V,{});return e?.botState.problem?C(F,{title:U(`bot`),children:C(H,{state:e.botState,reload:t})}):null}function Z({begun:e}){return J()?C(Q,{begun:e}):null}function Q({begun:e}){let{data:t}=P(V,{}),n=`steps-hidden.${a()}`,[r,i]=O(()=>x(n)!==null),o=t?.firstSteps;return!o||r||o.taskTaken!==e||!Object.values(o).includes(!1)?null:C($,{steps:o,hide:()=>{D(n,`yes`),i(!0)}})}function $({steps:e,hide:t}){let n=[{step:`botWorks`,to:{screen:`settings`}},{step:`telegramLinked`,to:{screen:`account`}},{step:`shopDescribed`,to:{screen:`settings`}},{step:`colleagueInvited`,to:{screen:`team`}},{step:`taskTaken`,to:{screen:`task-new`,phone:``,filter:j()}},{step:`customerConnected`,to:b}];return C(F,{title:U(`steps`),children:[n.map(({step:t,to:n})=>C(`a`,{class:`row-link row-setting ${e[t]?`step-done`:``}`,href:p(n),children:[C(g,{name:e[t]?`check`:`next`}),C(`span`,{class:`row-text`,children:[U(`steps.${t}`),e[t]&&C(`span`,{class:`visually-hidden`,children:U(`steps.done`)})]})]},t)),C(`button`,{type:`button`,class:`row-button`,onClick:t,children:U(`steps.hide`)})]})}function ee(){let{data:e,reload:t}=P(K,{});k(R(t));let n=e?.tasks?.nodes??[],r=L(n);return!e?.tasks||n.length===0?null:C(F,{title:W(`readyLongest`),children:[C(`ul`,{children:n.map(e=>C(I,{task:e,toPickUp:!0,resting:r},e.id))}),C(`a`,{class:`row-button`,href:p({screen:`tasks`,filter:{...y,statuses:[`READY`]}}),children:W(`readyAll`,{count:e.tasks.totalCount})})]})}var te=E(async()=>(await i(async()=>{let{Charts:e}=await import(`./charts-DIsDjwKr.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5,6,7]))).Charts,6),ne=7;function re({days:e}){let n=S(T.value.timezone),[r,i]=O(ne),a=f(n,-r),{data:l,problem:g,reload:b}=P(G,{staleTo:a,today:n},{keep:!0}),x=l?.settings.staleDays;u(()=>{x!==void 0&&i(x)},[x]);let E=l?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];_(({id:e,customer:t})=>{(t?.phoneClaims.length||E.some(t=>t.id===e))&&b()}),k(R(b));let D=e=>({screen:`tasks`,filter:{...y,...e}}),j=[{label:W(`awaiting`),look:`awaiting`,count:l?.awaiting?.totalCount,to:D({awaiting:!0,statuses:[]})},{label:W(`overdue`),look:`overdue`,count:l?.overdue?.totalCount,to:D({due:`overdue`})},{label:W(`today`),look:`today`,count:l?.today?.totalCount,to:D({due:`today`,statuses:[`ACCEPTED`,`IN_PROGRESS`]})},{label:W(`accepted`),look:`blue`,count:l?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:W(`inProgress`),look:`amber`,count:l?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:W(`ready`),look:`green`,count:l?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:W(`stale`,{count:x??r}),look:`red`,count:x===r?l?.stale?.totalCount:void 0,to:D({statuses:c,updatedTo:a})},{label:W(`unreachable`),look:`grey`,count:l?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return C(v,{children:[C(N,{title:w(`nav.overview`),subtitle:o(n,n,t.value)}),C(Y,{}),C(Z,{begun:!1}),g&&l&&C(h,{problem:g,retry:b}),g&&!l?C(m,{problem:g,retry:b}):C(`section`,{"aria-label":W(`now`),children:C(`ul`,{class:`tiles`,children:j.map(({label:e,look:n,count:r,to:i})=>C(`li`,{children:C(`a`,{class:`number number-${n}`,"data-zero":r===0,href:p(i),children:[C(`span`,{class:`number-count`,children:r===void 0?`…`:d(t.value,r)}),C(`span`,{class:`number-label`,children:e})]})},n))})}),C(ee,{}),C(Z,{begun:!0}),E.length>0&&C(F,{title:W(`claims`),note:W(`claims.note`),children:C(`ul`,{children:E.map(e=>C(M,{customer:e},e.id))})}),C(`div`,{class:`period`,children:C(z,{look:`steps`,label:W(`period`),options:A.map(String),chosen:String(e),text:e=>W(`days`,{count:Number(e)}),onChoose:e=>s({screen:`overview`,days:A.find(t=>String(t)===e)},{replace:!0})})}),C(ie,{from:f(n,1-e),to:n})]})}function ie({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=P(q,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?C(m,{problem:r,retry:a}):C(`div`,{class:`results`,"aria-busy":i,children:n?.stats?C(te,{stats:n.stats}):C(F,{children:C(`div`,{class:`chart-space`})})})}export{re as OverviewScreen,W as t};