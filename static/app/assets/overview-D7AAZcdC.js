//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-H29dATWP.js","assets/index-C_Jh8LRG.js","assets/index-B7-GFDOa.css","assets/shared-BmXg1sMQ.js","assets/texts-CdI0OOjd.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{L as e,M as t,P as n,an as r,f as i,g as a,gn as o,gt as s,in as c,j as l,k as u,nt as d,o as f,u as p,vt as m,w as h,xt as g,yt as _,z as v}from"./index-C_Jh8LRG.js";import{E as y,J as b,O as x,S,Y as C,Z as w,g as T,x as E}from"./shared-BmXg1sMQ.js";var D=_({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,awaiting:`Await reply`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),O=r(`
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
`,[c]),k=r(`
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
`),A=l(async()=>(await d(async()=>{let{Charts:e}=await import(`./charts-H29dATWP.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),j=7;function M({days:r}){let c=y(u.value.timezone),l=E(c,-7),{data:d,problem:_,reload:k}=w(O,{staleTo:l}),A=d?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];v(({id:e,customer:t})=>{(t?.phoneClaims.length||A.some(t=>t.id===e))&&k()});let M=e=>({screen:`tasks`,filter:{...a,...e}}),P=[{label:D(`accepted`),look:`blue`,count:d?.accepted?.totalCount,to:M({statuses:[`ACCEPTED`]})},{label:D(`inProgress`),look:`amber`,count:d?.inProgress?.totalCount,to:M({statuses:[`IN_PROGRESS`]})},{label:D(`ready`),look:`green`,count:d?.ready?.totalCount,to:M({statuses:[`READY`]})},{label:D(`stale`,{days:j}),look:`red`,count:d?.stale?.totalCount,to:M({statuses:h,updatedTo:l})},{label:D(`unreachable`),look:`grey`,count:d?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return e(o,{children:[e(C,{title:m(`nav.overview`),subtitle:S(c,c,s.value)}),_&&d&&e(n,{problem:_,retry:k}),_&&!d?e(t,{problem:_,retry:k}):e(`section`,{"aria-label":D(`now`),children:e(`ul`,{class:`tiles`,children:P.map(({label:t,look:n,count:r,to:i})=>e(`li`,{children:e(`a`,{class:`number number-${n}`,"data-zero":r===0,href:f(i),children:[e(`span`,{class:`number-count`,children:r===void 0?`…`:g(s.value,r)}),e(`span`,{class:`number-label`,children:t})]})},n))})}),A.length>0&&e(b,{title:D(`claims`),note:D(`claims.note`),children:e(`ul`,{children:A.map(t=>e(T,{customer:t},t.id))})}),e(`div`,{class:`period`,children:e(x,{look:`steps`,label:D(`period`),options:i.map(String),chosen:String(r),text:e=>D(`days`,{count:Number(e)}),onChoose:e=>p({screen:`overview`,days:i.find(t=>String(t)===e)},{replace:!0})})}),e(N,{from:E(c,1-r),to:c})]})}function N({from:n,to:r}){let{data:i,problem:a,loading:o,reload:s}=w(k,{dateStart:n,dateEnd:r},{keep:!0});return a&&!i?.stats?e(t,{problem:a,retry:s}):e(`div`,{class:`results`,"aria-busy":o,children:i?.stats?e(A,{stats:i.stats}):e(b,{children:e(`div`,{class:`chart-space`})})})}export{M as OverviewScreen,D as t};