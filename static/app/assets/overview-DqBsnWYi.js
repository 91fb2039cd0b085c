//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-BJxBw2Uc.js","assets/common-CRipV2yb.js","assets/index-sL-bbROf.js","assets/index-NF7xe0rv.css","assets/shared-DnIUXHra.js","assets/texts-BhBk2X1t.js","assets/common-DV6HzUhi.css","assets/charts-4U9cYwI0.css"])))=>i.map(i=>d[i]);
import{Ft as e,Jt as t,Kn as n,Kt as r,Nt as i,Q as a,S as o,V as s,Wn as c,Yt as l,Z as u,Zn as d,Zt as f,_ as p,ar as m,c as h,f as g,ft as _,ht as v,k as y,m as b,nn as x,nr as S,nt as C,pt as w,qn as T,rn as E,rt as D,s as O,vt as k,w as A,x as j}from"./index-sL-bbROf.js";import{F as M,I as N,L as P,_ as F,d as I,f as L,s as R,w as z}from"./shared-DnIUXHra.js";import{Z as B,d as V,v as H}from"./common-CRipV2yb.js";import{t as U}from"./texts-BhBk2X1t.js";var W=l({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,overdue:`Просрочены`,today:`Обещаны сегодня`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:{one:`Без движения {count}\xA0день`,few:`Без движения {count}\xA0дня`,many:`Без движения {count}\xA0дней`,other:`Без движения {count}\xA0дня`},unreachable:`Заблокировали бота`,readyLongest:`Готовы дольше всех`,readyAll:`Все готовые: {count}`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычный срок`,noMedian:`За эти дни ни одна заявка не стала готовой`,agreed:`Согласованные цены`,"agreed.text":`На столько клиенты согласились за эти дни`,ratings:`Оценки`,"ratings.none":`За эти дни никто не оценил работу`,"ratings.count":{one:`{count} оценка`,few:`{count} оценки`,many:`{count} оценок`,other:`{count} оценки`},"ratings.of":`{average} из 5`,"ratings.poor":`Низкие оценки`,"ratings.nobody":`Без ответственного`,"ratings.noReason":`Причину не написали`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн.`},en:{now:`Now`,awaiting:`Await reply`,overdue:`Overdue`,today:`Due today`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:{one:`No change for {count}\xA0day`,other:`No change for {count}\xA0days`},unreachable:`Blocked the bot`,readyLongest:`Ready the longest`,readyAll:`All that are ready: {count}`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical time`,noMedian:`No task became ready in these days`,agreed:`Agreed prices`,"agreed.text":`Customers agreed to this in these days`,ratings:`Ratings`,"ratings.none":`Nobody rated the work in these days`,"ratings.count":{one:`{count} rating`,other:`{count} ratings`},"ratings.of":`{average} of 5`,"ratings.poor":`Poor ratings`,"ratings.nobody":`Nobody responsible`,"ratings.noReason":`No reason given`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),G=T(`
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
`,[c]),K=T(`
  query ReadyQueue {
    tasks(first: 5, filter: { statuses: [READY] }, orderBy: LONGEST_READY_FIRST) {
      totalCount
      nodes {
        ...TaskFields
      }
    }
  }
`,[n]),q=T(`
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
`,[c]),J=()=>P(B,{}).data?.me?.role===`ADMIN`;function Y(){return J()?w(X,{}):null}function X(){let{data:e,reload:t}=P(V,{});return e?.botState.problem?w(M,{title:U(`bot`),children:w(H,{state:e.botState,reload:t})}):null}function Z({begun:e}){return J()?w(Q,{begun:e}):null}function Q({begun:t}){let{data:n}=P(V,{}),r=`steps-hidden.${e()}`,[i,a]=S(()=>E(r)!==null),o=n?.firstSteps;return!o||i||o.taskTaken!==t||!Object.values(o).includes(!1)?null:w($,{steps:o,hide:()=>{x(r,`yes`),a(!0)}})}function $({steps:e,hide:t}){let n=[{step:`botWorks`,to:{screen:`settings`}},{step:`telegramLinked`,to:{screen:`account`}},{step:`shopDescribed`,to:{screen:`settings`}},{step:`colleagueInvited`,to:{screen:`team`}},{step:`taskTaken`,to:{screen:`task-new`,phone:``,filter:j()}},{step:`customerConnected`,to:b}];return w(M,{title:U(`steps`),children:[n.map(({step:t,to:n})=>w(`a`,{class:`row-link row-setting ${e[t]?`step-done`:``}`,href:p(n),children:[w(_,{name:e[t]?`check`:`next`}),w(`span`,{class:`row-text`,children:[U(`steps.${t}`),e[t]&&w(`span`,{class:`visually-hidden`,children:U(`steps.done`)})]})]},t)),w(`button`,{type:`button`,class:`row-button`,onClick:t,children:U(`steps.hide`)})]})}function ee(){let{data:e,reload:t}=P(K,{});k(R(t));let n=e?.tasks?.nodes??[],r=F(n);return!e?.tasks||n.length===0?null:w(M,{title:W(`readyLongest`),children:[w(`ul`,{children:n.map(e=>w(L,{task:e,toPickUp:!0,resting:r},e.id))}),w(`a`,{class:`row-button`,href:p({screen:`tasks`,filter:{...y,statuses:[`READY`]}}),children:W(`readyAll`,{count:e.tasks.totalCount})})]})}var te=O(async()=>(await i(async()=>{let{Charts:e}=await import(`./charts-BJxBw2Uc.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5,6,7]))).Charts,6),ne=7;function re({days:e}){let n=C(D.value.timezone),[i,c]=S(ne),l=u(n,-i),{data:_,problem:b,reload:x}=P(G,{staleTo:l,today:n},{keep:!0}),T=_?.settings.staleDays;d(()=>{T!==void 0&&c(T)},[T]);let E=_?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];v(({id:e,customer:t})=>{(t?.phoneClaims.length||E.some(t=>t.id===e))&&x()}),k(R(x));let O=e=>({screen:`tasks`,filter:{...y,...e}}),j=[{label:W(`awaiting`),look:`awaiting`,count:_?.awaiting?.totalCount,to:O({awaiting:!0,statuses:[]})},{label:W(`overdue`),look:`overdue`,count:_?.overdue?.totalCount,to:O({due:`overdue`})},{label:W(`today`),look:`today`,count:_?.today?.totalCount,to:O({due:`today`,statuses:[`ACCEPTED`,`IN_PROGRESS`]})},{label:W(`accepted`),look:`blue`,count:_?.accepted?.totalCount,to:O({statuses:[`ACCEPTED`]})},{label:W(`inProgress`),look:`amber`,count:_?.inProgress?.totalCount,to:O({statuses:[`IN_PROGRESS`]})},{label:W(`ready`),look:`green`,count:_?.ready?.totalCount,to:O({statuses:[`READY`]})},{label:W(`stale`,{count:T??i}),look:`red`,count:T===i?_?.stale?.totalCount:void 0,to:O({statuses:s,updatedTo:l})},{label:W(`unreachable`),look:`grey`,count:_?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return w(m,{children:[w(N,{title:t(`nav.overview`),subtitle:a(n,n,r.value)}),w(Y,{}),w(Z,{begun:!1}),b&&_&&w(g,{problem:b,retry:x}),b&&!_?w(h,{problem:b,retry:x}):w(`section`,{"aria-label":W(`now`),children:w(`ul`,{class:`tiles`,children:j.map(({label:e,look:t,count:n,to:i})=>w(`li`,{children:w(`a`,{class:`number number-${t}`,"data-zero":n===0,href:p(i),children:[w(`span`,{class:`number-count`,children:n===void 0?`…`:f(r.value,n)}),w(`span`,{class:`number-label`,children:e})]})},t))})}),w(ee,{}),w(Z,{begun:!0}),E.length>0&&w(M,{title:W(`claims`),note:W(`claims.note`),children:w(`ul`,{children:E.map(e=>w(z,{customer:e},e.id))})}),w(`div`,{class:`period`,children:w(I,{look:`steps`,label:W(`period`),options:A.map(String),chosen:String(e),text:e=>W(`days`,{count:Number(e)}),onChoose:e=>o({screen:`overview`,days:A.find(t=>String(t)===e)},{replace:!0})})}),w(ie,{from:u(n,1-e),to:n})]})}function ie({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=P(q,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?w(h,{problem:r,retry:a}):w(`div`,{class:`results`,"aria-busy":i,children:n?.stats?w(te,{stats:n.stats}):w(M,{children:w(`div`,{class:`chart-space`})})})}export{re as OverviewScreen,W as t};