//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CB55OJu9.js","assets/index-CtANYjS9.js","assets/index-D3DbpPyf.css","assets/shared-_n1YPQRV.js","assets/texts-Cjl9BCWj.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{G as e,K as t,R as n,V as r,X as i,v as a,z as o}from"./shared-_n1YPQRV.js";import{$ as s,E as c,I as l,K as u,O as d,Q as f,S as p,W as m,X as h,a as g,d as _,f as v,m as y,rt as b,tt as x,u as S,wt as C}from"./index-CtANYjS9.js";var w=s({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),T=g`
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
`,E=g`
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
`,D=_(async()=>(await S(async()=>{let{Charts:e}=await import(`./charts-CB55OJu9.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),O=7;function k({days:n}){let s=i(u.value.timezone),g=e(s,-7),{data:_,problem:S,reload:E}=r(T,{staleTo:g}),D=e=>({screen:`tasks`,filter:{...l,...e}}),k=[{label:w(`accepted`),look:`blue`,count:_?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:w(`inProgress`),look:`amber`,count:_?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:w(`ready`),look:`green`,count:_?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:w(`stale`,{days:O}),look:`red`,count:_?.stale?.totalCount,to:D({statuses:m,updatedTo:g})},{label:w(`unreachable`),look:`grey`,count:_?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return b(C,{children:[b(o,{title:f(`nav.overview`),subtitle:t(s,s,h.value)}),S&&_&&b(y,{problem:S,retry:E}),S&&!_?b(v,{problem:S,retry:E}):b(`section`,{"aria-label":w(`now`),children:b(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:r})=>b(`li`,{children:b(`a`,{class:`number number-${t}`,"data-zero":n===0,href:p(r),children:[b(`span`,{class:`number-count`,children:n===void 0?`…`:x(h.value,n)}),b(`span`,{class:`number-label`,children:e})]})},t))})}),b(`div`,{class:`period`,children:b(a,{look:`steps`,label:w(`period`),options:d.map(String),chosen:String(n),text:e=>w(`days`,{count:Number(e)}),onChoose:e=>c({screen:`overview`,days:d.find(t=>String(t)===e)},{replace:!0})})}),b(A,{from:e(s,1-n),to:s})]})}function A({from:e,to:t}){let{data:i,problem:a,loading:o,reload:s}=r(E,{dateStart:e,dateEnd:t},{keep:!0});return a&&!i?.stats?b(v,{problem:a,retry:s}):b(`div`,{class:`results`,"aria-busy":o,children:i?.stats?b(D,{stats:i.stats}):b(n,{children:b(`div`,{class:`chart-space`})})})}export{k as OverviewScreen,w as t};