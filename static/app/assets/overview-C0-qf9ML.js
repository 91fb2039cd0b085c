//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CAaEdnLk.js","assets/index-fQz95T7C.js","assets/index-A3MtYFkK.css","assets/shared-BqIdK376.js","assets/texts-CGH_Yx84.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{$ as e,B as t,H as n,Q as r,V as i,at as a,d as o,rt as s,y as c}from"./shared-BqIdK376.js";import{B as l,I as u,O as d,Q as f,R as p,U as m,V as h,a as g,at as _,b as v,d as y,et as b,kt as x,m as S,r as C,rt as w,tt as T,v as E}from"./index-fQz95T7C.js";var D=T({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),O=g`
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
    phoneClaims {
      __typename
      id
      customer {
        ...CustomerFields
      }
    }
  }
  ${C}
`,k=g`
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
`,A=l(async()=>(await y(async()=>{let{Charts:e}=await import(`./charts-CAaEdnLk.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),j=7;function M({days:l}){let g=s(p.value.timezone),y=r(g,-7),{data:C,problem:T,reload:k}=n(O,{staleTo:y}),A=C?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];a(({id:e,customer:t})=>{(t?.phoneClaims.length||A.some(t=>t.id===e))&&k()});let M=e=>({screen:`tasks`,filter:{...d,...e}}),P=[{label:D(`accepted`),look:`blue`,count:C?.accepted?.totalCount,to:M({statuses:[`ACCEPTED`]})},{label:D(`inProgress`),look:`amber`,count:C?.inProgress?.totalCount,to:M({statuses:[`IN_PROGRESS`]})},{label:D(`ready`),look:`green`,count:C?.ready?.totalCount,to:M({statuses:[`READY`]})},{label:D(`stale`,{days:j}),look:`red`,count:C?.stale?.totalCount,to:M({statuses:u,updatedTo:y})},{label:D(`unreachable`),look:`grey`,count:C?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return _(x,{children:[_(i,{title:b(`nav.overview`),subtitle:e(g,g,f.value)}),T&&C&&_(m,{problem:T,retry:k}),T&&!C?_(h,{problem:T,retry:k}):_(`section`,{"aria-label":D(`now`),children:_(`ul`,{class:`tiles`,children:P.map(({label:e,look:t,count:n,to:r})=>_(`li`,{children:_(`a`,{class:`number number-${t}`,"data-zero":n===0,href:S(r),children:[_(`span`,{class:`number-count`,children:n===void 0?`…`:w(f.value,n)}),_(`span`,{class:`number-label`,children:e})]})},t))})}),A.length>0&&_(t,{title:D(`claims`),note:D(`claims.note`),children:_(`ul`,{children:A.map(e=>_(o,{customer:e},e.id))})}),_(`div`,{class:`period`,children:_(c,{look:`steps`,label:D(`period`),options:v.map(String),chosen:String(l),text:e=>D(`days`,{count:Number(e)}),onChoose:e=>E({screen:`overview`,days:v.find(t=>String(t)===e)},{replace:!0})})}),_(N,{from:r(g,1-l),to:g})]})}function N({from:e,to:r}){let{data:i,problem:a,loading:o,reload:s}=n(k,{dateStart:e,dateEnd:r},{keep:!0});return a&&!i?.stats?_(h,{problem:a,retry:s}):_(`div`,{class:`results`,"aria-busy":o,children:i?.stats?_(A,{stats:i.stats}):_(t,{children:_(`div`,{class:`chart-space`})})})}export{M as OverviewScreen,D as t};