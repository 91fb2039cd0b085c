//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-Cs2i17hT.js","assets/shared-DQSu-4iM.js","assets/index-CeTy8h_Y.js","assets/index-B1zEFz_f.css","assets/texts-Bs4jkCgc.js","assets/shared-DV6HzUhi.css","assets/charts-4U9cYwI0.css"])))=>i.map(i=>d[i]);
import{Gn as e,Gt as t,Jt as n,Mt as r,Pt as i,Q as a,S as o,Un as s,V as c,Wn as l,Xt as u,Z as d,_ as f,c as p,en as m,er as h,f as g,ft as _,ht as v,k as y,m as b,nt as x,pt as S,qt as C,rr as w,rt as T,s as E,tn as D,vt as O,w as k,x as A}from"./index-CeTy8h_Y.js";import{Dt as j,G as M,It as N,Nt as P,Pt as F,T as I,W as L,d as R,nt as z,v as B}from"./shared-DQSu-4iM.js";import{t as V}from"./texts-Bs4jkCgc.js";var H=n({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,overdue:`Просрочены`,today:`Обещаны сегодня`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:{one:`Без движения {count}\xA0день`,few:`Без движения {count}\xA0дня`,many:`Без движения {count}\xA0дней`,other:`Без движения {count}\xA0дня`},unreachable:`Заблокировали бота`,readyLongest:`Готовы дольше всех`,readyAll:`Все готовые: {count}`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычный срок`,noMedian:`За эти дни ни одна заявка не стала готовой`,agreed:`Согласованные цены`,"agreed.text":`На столько клиенты согласились за эти дни`,ratings:`Оценки`,"ratings.none":`За эти дни никто не оценил работу`,"ratings.count":{one:`{count} оценка`,few:`{count} оценки`,many:`{count} оценок`,other:`{count} оценки`},"ratings.of":`{average} из 5`,"ratings.poor":`Низкие оценки`,"ratings.nobody":`Без ответственного`,"ratings.noReason":`Причину не написали`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн.`},en:{now:`Now`,awaiting:`Await reply`,overdue:`Overdue`,today:`Due today`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:{one:`No change for {count}\xA0day`,other:`No change for {count}\xA0days`},unreachable:`Blocked the bot`,readyLongest:`Ready the longest`,readyAll:`All that are ready: {count}`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical time`,noMedian:`No task became ready in these days`,agreed:`Agreed prices`,"agreed.text":`Customers agreed to this in these days`,ratings:`Ratings`,"ratings.none":`Nobody rated the work in these days`,"ratings.count":{one:`{count} rating`,other:`{count} ratings`},"ratings.of":`{average} of 5`,"ratings.poor":`Poor ratings`,"ratings.nobody":`Nobody responsible`,"ratings.noReason":`No reason given`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),U=e(`
  query Overview($staleTo: String!, $today: DateTime!) {
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
`,[s]),W=e(`
  query ReadyQueue {
    tasks(first: 5, filter: { statuses: [READY] }, orderBy: LONGEST_READY_FIRST) {
      totalCount
      nodes {
        ...TaskFields
      }
    }
  }
`,[l]),G=e(`
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
`,[s]),K=()=>N(j,{}).data?.me?.role===`ADMIN`;function q(){return K()?S(J,{}):null}function J(){let{data:e,reload:t}=N(R,{});return e?.botState.problem?S(P,{title:V(`bot`),children:S(B,{state:e.botState,reload:t})}):null}function Y({begun:e}){return K()?S(X,{begun:e}):null}function X({begun:e}){let{data:t}=N(R,{}),n=`steps-hidden.${i()}`,[r,a]=h(()=>D(n)!==null),o=t?.firstSteps;return!o||r||o.taskTaken!==e||!Object.values(o).includes(!1)?null:S(Z,{steps:o,hide:()=>{m(n,`yes`),a(!0)}})}function Z({steps:e,hide:t}){let n=[{step:`botWorks`,to:{screen:`settings`}},{step:`telegramLinked`,to:{screen:`account`}},{step:`shopDescribed`,to:{screen:`settings`}},{step:`colleagueInvited`,to:{screen:`team`}},{step:`taskTaken`,to:{screen:`task-new`,phone:``,filter:A()}},{step:`customerConnected`,to:b}];return S(P,{title:V(`steps`),children:[n.map(({step:t,to:n})=>S(`a`,{class:`row-link row-setting ${e[t]?`step-done`:``}`,href:f(n),children:[S(_,{name:e[t]?`check`:`next`}),S(`span`,{class:`row-text`,children:[V(`steps.${t}`),e[t]&&S(`span`,{class:`visually-hidden`,children:V(`steps.done`)})]})]},t)),S(`button`,{type:`button`,class:`row-button`,onClick:t,children:V(`steps.hide`)})]})}function Q(){let{data:e,reload:t}=N(W,{});return O(I(t)),e?.tasks?.nodes.length?S(P,{title:H(`readyLongest`),children:[S(`ul`,{children:e.tasks.nodes.map(e=>S(M,{task:e,toPickUp:!0},e.id))}),S(`a`,{class:`row-button`,href:f({screen:`tasks`,filter:{...y,statuses:[`READY`]}}),children:H(`readyAll`,{count:e.tasks.totalCount})})]}):null}var $=E(async()=>(await r(async()=>{let{Charts:e}=await import(`./charts-Cs2i17hT.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5,6]))).Charts,6),ee=7;function te({days:e}){let n=x(T.value.timezone),r=d(n,-7),{data:i,problem:s,reload:l}=N(U,{staleTo:r,today:n}),m=i?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];v(({id:e,customer:t})=>{(t?.phoneClaims.length||m.some(t=>t.id===e))&&l()}),O(I(l));let h=e=>({screen:`tasks`,filter:{...y,...e}}),_=[{label:H(`awaiting`),look:`awaiting`,count:i?.awaiting?.totalCount,to:h({awaiting:!0,statuses:[]})},{label:H(`overdue`),look:`overdue`,count:i?.overdue?.totalCount,to:h({due:`overdue`})},{label:H(`today`),look:`today`,count:i?.today?.totalCount,to:h({due:`today`,statuses:[`ACCEPTED`,`IN_PROGRESS`]})},{label:H(`accepted`),look:`blue`,count:i?.accepted?.totalCount,to:h({statuses:[`ACCEPTED`]})},{label:H(`inProgress`),look:`amber`,count:i?.inProgress?.totalCount,to:h({statuses:[`IN_PROGRESS`]})},{label:H(`ready`),look:`green`,count:i?.ready?.totalCount,to:h({statuses:[`READY`]})},{label:H(`stale`,{count:ee}),look:`red`,count:i?.stale?.totalCount,to:h({statuses:c,updatedTo:r})},{label:H(`unreachable`),look:`grey`,count:i?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return S(w,{children:[S(F,{title:C(`nav.overview`),subtitle:a(n,n,t.value)}),S(q,{}),S(Y,{begun:!1}),s&&i&&S(g,{problem:s,retry:l}),s&&!i?S(p,{problem:s,retry:l}):S(`section`,{"aria-label":H(`now`),children:S(`ul`,{class:`tiles`,children:_.map(({label:e,look:n,count:r,to:i})=>S(`li`,{children:S(`a`,{class:`number number-${n}`,"data-zero":r===0,href:f(i),children:[S(`span`,{class:`number-count`,children:r===void 0?`…`:u(t.value,r)}),S(`span`,{class:`number-label`,children:e})]})},n))})}),S(Q,{}),S(Y,{begun:!0}),m.length>0&&S(P,{title:H(`claims`),note:H(`claims.note`),children:S(`ul`,{children:m.map(e=>S(z,{customer:e},e.id))})}),S(`div`,{class:`period`,children:S(L,{look:`steps`,label:H(`period`),options:k.map(String),chosen:String(e),text:e=>H(`days`,{count:Number(e)}),onChoose:e=>o({screen:`overview`,days:k.find(t=>String(t)===e)},{replace:!0})})}),S(ne,{from:d(n,1-e),to:n})]})}function ne({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=N(G,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?S(p,{problem:r,retry:a}):S(`div`,{class:`results`,"aria-busy":i,children:n?.stats?S($,{stats:n.stats}):S(P,{children:S(`div`,{class:`chart-space`})})})}export{te as OverviewScreen,H as t};