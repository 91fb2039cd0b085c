//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-BaT26aYE.js","assets/index-BiZMn4iU.js","assets/index-D3DbpPyf.css","assets/shared-B4tzM62s.js","assets/texts-B8rrI-JY.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{G as e,K as t,R as n,V as r,X as i,v as a,z as o}from"./shared-B4tzM62s.js";import{$ as s,C as c,D as l,G as u,L as d,Tt as f,Z as p,a as m,d as h,et as g,f as _,it as v,k as y,m as b,nt as x,q as S,u as C}from"./index-BiZMn4iU.js";var w=g({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),T=m`
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
`,E=m`
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
`,D=h(async()=>(await C(async()=>{let{Charts:e}=await import(`./charts-BaT26aYE.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),O=7;function k({days:n}){let m=i(S.value.timezone),h=e(m,-7),{data:g,problem:C,reload:E}=r(T,{staleTo:h}),D=e=>({screen:`tasks`,filter:{...d,...e}}),k=[{label:w(`accepted`),look:`blue`,count:g?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:w(`inProgress`),look:`amber`,count:g?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:w(`ready`),look:`green`,count:g?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:w(`stale`,{days:O}),look:`red`,count:g?.stale?.totalCount,to:D({statuses:u,updatedTo:h})},{label:w(`unreachable`),look:`grey`,count:g?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return v(f,{children:[v(o,{title:s(`nav.overview`),subtitle:t(m,m,p.value)}),C&&g&&v(b,{problem:C,retry:E}),C&&!g?v(_,{problem:C,retry:E}):v(`section`,{"aria-label":w(`now`),children:v(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:r})=>v(`li`,{children:v(`a`,{class:`number number-${t}`,"data-zero":n===0,href:c(r),children:[v(`span`,{class:`number-count`,children:n===void 0?`…`:x(p.value,n)}),v(`span`,{class:`number-label`,children:e})]})},t))})}),v(`div`,{class:`period`,children:v(a,{look:`steps`,label:w(`period`),options:y.map(String),chosen:String(n),text:e=>w(`days`,{count:Number(e)}),onChoose:e=>l({screen:`overview`,days:y.find(t=>String(t)===e)},{replace:!0})})}),v(A,{from:e(m,1-n),to:m})]})}function A({from:e,to:t}){let{data:i,problem:a,loading:o,reload:s}=r(E,{dateStart:e,dateEnd:t},{keep:!0});return a&&!i?.stats?v(_,{problem:a,retry:s}):v(`div`,{class:`results`,"aria-busy":o,children:i?.stats?v(D,{stats:i.stats}):v(n,{children:v(`div`,{class:`chart-space`})})})}export{k as OverviewScreen,w as t};