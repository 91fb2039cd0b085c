//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-DHpsDbhi.js","assets/index-BPryYT_T.js","assets/index-TpcdMfZa.css","assets/shared-CLsoBAbJ.js","assets/texts-NwvZxt1t.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{B as e,R as t,X as n,Z as r,tt as i,v as a,z as o}from"./shared-CLsoBAbJ.js";import{B as s,I as c,O as l,Q as u,R as d,U as f,V as p,a as m,at as h,b as g,d as _,et as v,kt as y,m as b,rt as x,tt as S,v as C}from"./index-BPryYT_T.js";var w=S({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),T=m`
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
`,D=s(async()=>(await _(async()=>{let{Charts:e}=await import(`./charts-DHpsDbhi.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),O=7;function k({days:t}){let s=i(d.value.timezone),m=n(s,-7),{data:_,problem:S,reload:E}=e(T,{staleTo:m}),D=e=>({screen:`tasks`,filter:{...l,...e}}),k=[{label:w(`accepted`),look:`blue`,count:_?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:w(`inProgress`),look:`amber`,count:_?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:w(`ready`),look:`green`,count:_?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:w(`stale`,{days:O}),look:`red`,count:_?.stale?.totalCount,to:D({statuses:c,updatedTo:m})},{label:w(`unreachable`),look:`grey`,count:_?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return h(y,{children:[h(o,{title:v(`nav.overview`),subtitle:r(s,s,u.value)}),S&&_&&h(f,{problem:S,retry:E}),S&&!_?h(p,{problem:S,retry:E}):h(`section`,{"aria-label":w(`now`),children:h(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:r})=>h(`li`,{children:h(`a`,{class:`number number-${t}`,"data-zero":n===0,href:b(r),children:[h(`span`,{class:`number-count`,children:n===void 0?`…`:x(u.value,n)}),h(`span`,{class:`number-label`,children:e})]})},t))})}),h(`div`,{class:`period`,children:h(a,{look:`steps`,label:w(`period`),options:g.map(String),chosen:String(t),text:e=>w(`days`,{count:Number(e)}),onChoose:e=>C({screen:`overview`,days:g.find(t=>String(t)===e)},{replace:!0})})}),h(A,{from:n(s,1-t),to:s})]})}function A({from:n,to:r}){let{data:i,problem:a,loading:o,reload:s}=e(E,{dateStart:n,dateEnd:r},{keep:!0});return a&&!i?.stats?h(p,{problem:a,retry:s}):h(`div`,{class:`results`,"aria-busy":o,children:i?.stats?h(D,{stats:i.stats}):h(t,{children:h(`div`,{class:`chart-space`})})})}export{k as OverviewScreen,w as t};