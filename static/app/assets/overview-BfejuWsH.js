//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CE6Sq___.js","assets/index-Crca0Cxe.js","assets/index-ByVkcV7J.css","assets/shared-BgphMwHz.js","assets/texts-DEXM4TkD.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{G as e,K as t,R as n,V as r,X as i,v as a,z as o}from"./shared-BgphMwHz.js";import{$ as s,Ct as c,E as l,I as u,K as d,O as f,Q as p,S as m,W as h,X as g,a as _,d as v,f as y,m as b,rt as x,tt as S,u as C}from"./index-Crca0Cxe.js";var w=s({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),T=_`
  query Overview($staleTo: String!) {
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
  }
`,E=_`
  query Stats($dateStart: String!, $dateEnd: String!) {
    stats(dateStart: $dateStart, dateEnd: $dateEnd) {
      medianSecondsToReady
      days {
        day
        created
        closed
        medianSecondsToReady
      }
    }
  }
`,D=v(async()=>(await C(async()=>{let{Charts:e}=await import(`./charts-CE6Sq___.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),O=7;function k({days:n}){let s=i(d.value.timezone),_=e(s,-7),{data:v,problem:C,reload:E}=r(T,{staleTo:_}),D=e=>({screen:`tasks`,filter:{...u,...e}}),k=[{label:w(`accepted`),look:`blue`,count:v?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:w(`inProgress`),look:`amber`,count:v?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:w(`ready`),look:`green`,count:v?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:w(`stale`,{days:O}),look:`red`,count:v?.stale?.totalCount,to:D({statuses:h,updatedTo:_})},{label:w(`unreachable`),look:`grey`,count:v?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return x(c,{children:[x(o,{title:p(`nav.overview`),subtitle:t(s,s,g.value)}),C&&v&&x(b,{problem:C,retry:E}),C&&!v?x(y,{problem:C,retry:E}):x(`section`,{"aria-label":w(`now`),children:x(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:r})=>x(`li`,{children:x(`a`,{class:`number number-${t}`,"data-zero":n===0,href:m(r),children:[x(`span`,{class:`number-count`,children:n===void 0?`…`:S(g.value,n)}),x(`span`,{class:`number-label`,children:e})]})},t))})}),x(`div`,{class:`period`,children:x(a,{look:`steps`,label:w(`period`),options:f.map(String),chosen:String(n),text:e=>w(`days`,{count:Number(e)}),onChoose:e=>l({screen:`overview`,days:f.find(t=>String(t)===e)},{replace:!0})})}),x(A,{from:e(s,1-n),to:s})]})}function A({from:e,to:t}){let{data:i,problem:a,loading:o,reload:s}=r(E,{dateStart:e,dateEnd:t},{keep:!0});return a&&!i?.stats?x(y,{problem:a,retry:s}):x(`div`,{class:`results`,"aria-busy":o,children:i?.stats?x(D,{stats:i.stats}):x(n,{children:x(`div`,{class:`chart-space`})})})}export{k as OverviewScreen,w as t};