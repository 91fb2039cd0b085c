//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CeLg4gVE.js","assets/index-B17fUszB.js","assets/index-D3DbpPyf.css","assets/shared-CJBjclhP.js","assets/texts-BWfxkC-O.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{G as e,K as t,R as n,V as r,X as i,v as a,z as o}from"./shared-CJBjclhP.js";import{A as s,Et as c,J as l,K as u,O as d,Q as f,R as p,a as m,at as h,d as g,et as _,f as v,h as y,p as b,rt as x,tt as S,w as C}from"./index-B17fUszB.js";var w=S({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),T=m`
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
`,D=v(async()=>(await g(async()=>{let{Charts:e}=await import(`./charts-CeLg4gVE.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),O=7;function k({days:n}){let m=i(l.value.timezone),g=e(m,-7),{data:v,problem:S,reload:E}=r(T,{staleTo:g}),D=e=>({screen:`tasks`,filter:{...p,...e}}),k=[{label:w(`accepted`),look:`blue`,count:v?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:w(`inProgress`),look:`amber`,count:v?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:w(`ready`),look:`green`,count:v?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:w(`stale`,{days:O}),look:`red`,count:v?.stale?.totalCount,to:D({statuses:u,updatedTo:g})},{label:w(`unreachable`),look:`grey`,count:v?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return h(c,{children:[h(o,{title:_(`nav.overview`),subtitle:t(m,m,f.value)}),S&&v&&h(y,{problem:S,retry:E}),S&&!v?h(b,{problem:S,retry:E}):h(`section`,{"aria-label":w(`now`),children:h(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:r})=>h(`li`,{children:h(`a`,{class:`number number-${t}`,"data-zero":n===0,href:C(r),children:[h(`span`,{class:`number-count`,children:n===void 0?`…`:x(f.value,n)}),h(`span`,{class:`number-label`,children:e})]})},t))})}),h(`div`,{class:`period`,children:h(a,{look:`steps`,label:w(`period`),options:s.map(String),chosen:String(n),text:e=>w(`days`,{count:Number(e)}),onChoose:e=>d({screen:`overview`,days:s.find(t=>String(t)===e)},{replace:!0})})}),h(A,{from:e(m,1-n),to:m})]})}function A({from:e,to:t}){let{data:i,problem:a,loading:o,reload:s}=r(E,{dateStart:e,dateEnd:t},{keep:!0});return a&&!i?.stats?h(b,{problem:a,retry:s}):h(`div`,{class:`results`,"aria-busy":o,children:i?.stats?h(D,{stats:i.stats}):h(n,{children:h(`div`,{class:`chart-space`})})})}export{k as OverviewScreen,w as t};