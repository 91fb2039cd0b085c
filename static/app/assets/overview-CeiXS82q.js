//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-zjb4J0sc.js","assets/index-t3SK0Cuh.js","assets/index-D3DbpPyf.css","assets/shared-BCEkcc1Z.js","assets/texts-Cx94vDNi.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{B as e,R as t,X as n,Z as r,tt as i,v as a,z as o}from"./shared-BCEkcc1Z.js";import{B as s,I as c,O as l,Ot as u,Q as d,R as f,U as p,V as m,a as h,at as g,b as _,d as v,et as y,m as b,rt as x,tt as S,v as C}from"./index-t3SK0Cuh.js";var w=S({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),T=h`
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
`,E=h`
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
`,D=s(async()=>(await v(async()=>{let{Charts:e}=await import(`./charts-zjb4J0sc.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),O=7;function k({days:t}){let s=i(f.value.timezone),h=n(s,-7),{data:v,problem:S,reload:E}=e(T,{staleTo:h}),D=e=>({screen:`tasks`,filter:{...l,...e}}),k=[{label:w(`accepted`),look:`blue`,count:v?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:w(`inProgress`),look:`amber`,count:v?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:w(`ready`),look:`green`,count:v?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:w(`stale`,{days:O}),look:`red`,count:v?.stale?.totalCount,to:D({statuses:c,updatedTo:h})},{label:w(`unreachable`),look:`grey`,count:v?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return g(u,{children:[g(o,{title:y(`nav.overview`),subtitle:r(s,s,d.value)}),S&&v&&g(p,{problem:S,retry:E}),S&&!v?g(m,{problem:S,retry:E}):g(`section`,{"aria-label":w(`now`),children:g(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:r})=>g(`li`,{children:g(`a`,{class:`number number-${t}`,"data-zero":n===0,href:b(r),children:[g(`span`,{class:`number-count`,children:n===void 0?`…`:x(d.value,n)}),g(`span`,{class:`number-label`,children:e})]})},t))})}),g(`div`,{class:`period`,children:g(a,{look:`steps`,label:w(`period`),options:_.map(String),chosen:String(t),text:e=>w(`days`,{count:Number(e)}),onChoose:e=>C({screen:`overview`,days:_.find(t=>String(t)===e)},{replace:!0})})}),g(A,{from:n(s,1-t),to:s})]})}function A({from:n,to:r}){let{data:i,problem:a,loading:o,reload:s}=e(E,{dateStart:n,dateEnd:r},{keep:!0});return a&&!i?.stats?g(m,{problem:a,retry:s}):g(`div`,{class:`results`,"aria-busy":o,children:i?.stats?g(D,{stats:i.stats}):g(t,{children:g(`div`,{class:`chart-space`})})})}export{k as OverviewScreen,w as t};