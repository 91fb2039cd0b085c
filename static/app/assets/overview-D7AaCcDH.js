//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CBQ7rB9Z.js","assets/index-DvN7nwHC.js","assets/index-CRJ97Qmr.css","assets/shared-CdQMipXk.js","assets/texts-C6iC-UBJ.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{H as e,L as t,M as n,P as r,f as i,g as a,gt as o,j as s,k as c,nt as l,o as u,on as d,sn as f,u as p,vn as m,vt as h,w as g,xt as _,yt as v,z as y}from"./index-DvN7nwHC.js";import{$ as b,C as x,D as S,S as C,X as w,Z as T,_ as E,k as D,s as O}from"./shared-CdQMipXk.js";var k=v({ru:{now:`Сейчас`,awaiting:`Ждут ответа`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,awaiting:`Await reply`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),A=f(`
  query Overview($staleTo: String!) {
    awaiting: tasks(first: 1, filter: { awaitingReply: true }) {
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
`,[d]),j=f(`
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
`),M=s(async()=>(await l(async()=>{let{Charts:e}=await import(`./charts-CBQ7rB9Z.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),N=7;function P({days:s}){let l=S(c.value.timezone),d=C(l,-7),{data:f,problem:v,reload:j}=b(A,{staleTo:d}),M=f?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];y(({id:e,customer:t})=>{(t?.phoneClaims.length||M.some(t=>t.id===e))&&j()}),e(O(j));let P=e=>({screen:`tasks`,filter:{...a,...e}}),I=[{label:k(`awaiting`),look:`awaiting`,count:f?.awaiting?.totalCount,to:P({awaiting:!0,statuses:[]})},{label:k(`accepted`),look:`blue`,count:f?.accepted?.totalCount,to:P({statuses:[`ACCEPTED`]})},{label:k(`inProgress`),look:`amber`,count:f?.inProgress?.totalCount,to:P({statuses:[`IN_PROGRESS`]})},{label:k(`ready`),look:`green`,count:f?.ready?.totalCount,to:P({statuses:[`READY`]})},{label:k(`stale`,{days:N}),look:`red`,count:f?.stale?.totalCount,to:P({statuses:g,updatedTo:d})},{label:k(`unreachable`),look:`grey`,count:f?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return t(m,{children:[t(T,{title:h(`nav.overview`),subtitle:x(l,l,o.value)}),v&&f&&t(r,{problem:v,retry:j}),v&&!f?t(n,{problem:v,retry:j}):t(`section`,{"aria-label":k(`now`),children:t(`ul`,{class:`tiles`,children:I.map(({label:e,look:n,count:r,to:i})=>t(`li`,{children:t(`a`,{class:`number number-${n}`,"data-zero":r===0,href:u(i),children:[t(`span`,{class:`number-count`,children:r===void 0?`…`:_(o.value,r)}),t(`span`,{class:`number-label`,children:e})]})},n))})}),M.length>0&&t(w,{title:k(`claims`),note:k(`claims.note`),children:t(`ul`,{children:M.map(e=>t(E,{customer:e},e.id))})}),t(`div`,{class:`period`,children:t(D,{look:`steps`,label:k(`period`),options:i.map(String),chosen:String(s),text:e=>k(`days`,{count:Number(e)}),onChoose:e=>p({screen:`overview`,days:i.find(t=>String(t)===e)},{replace:!0})})}),t(F,{from:C(l,1-s),to:l})]})}function F({from:e,to:r}){let{data:i,problem:a,loading:o,reload:s}=b(j,{dateStart:e,dateEnd:r},{keep:!0});return a&&!i?.stats?t(n,{problem:a,retry:s}):t(`div`,{class:`results`,"aria-busy":o,children:i?.stats?t(M,{stats:i.stats}):t(w,{children:t(`div`,{class:`chart-space`})})})}export{P as OverviewScreen,k as t};