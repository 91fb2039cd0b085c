//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-H-RObkBO.js","assets/index-CZU3rO_j.js","assets/index-A3MtYFkK.css","assets/shared-Kb8t2kc-.js","assets/texts-MoXwibJA.js","assets/charts-CHtm7o4R.css"])))=>i.map(i=>d[i]);
import{C as e,G as t,K as n,T as r,lt as i,p as a,q as o,v as s,y as c}from"./shared-Kb8t2kc-.js";import{$ as l,At as u,C as d,I as f,R as p,V as m,Z as h,_ as g,a as _,et as v,it as y,j as b,l as x,nt as S,p as C,r as w,y as T,z as E}from"./index-CZU3rO_j.js";var D=v({ru:{now:`Сейчас`,accepted:`Новые`,inProgress:`В работе`,ready:`Готовы, но не забраны`,stale:`Без изменений {days}\xA0дней`,unreachable:`Заблокировали бота`,claims:`Чей это номер теперь`,"claims.note":`Номер подтвердили в другом аккаунте Telegram. Откройте карточку и решите, переносить ли её туда.`,period:`Период`,days:{one:`{count} день`,few:`{count} дня`,many:`{count} дней`,other:`{count} дня`},flow:`Создано и закрыто`,flowWeeks:`Создано и закрыто, по неделям`,created:`Создано`,closed:`Закрыто`,readyTime:`Время до готовности`,median:`Обычно`,noMedian:`За эти дни ни одна заявка не стала готовой`,day:`День`,week:`Неделя с`,keys:`Стрелками влево и вправо можно пройти по дням`,none:`нет`,minutes:{one:`{count} минута`,few:`{count} минуты`,many:`{count} минут`,other:`{count} минуты`},hours:{one:`{count} час`,few:`{count} часа`,many:`{count} часов`,other:`{count} часа`},h:`{count} ч`,d:`{count} дн`},en:{now:`Now`,accepted:`New`,inProgress:`In progress`,ready:`Ready, not picked up`,stale:`No change for {days}\xA0days`,unreachable:`Blocked the bot`,claims:`Whose number is it now`,"claims.note":`The number was confirmed in another Telegram account. Open the card and decide whether it moves there.`,period:`Period`,days:{one:`{count} day`,other:`{count} days`},flow:`Created and closed`,flowWeeks:`Created and closed, by week`,created:`Created`,closed:`Closed`,readyTime:`Time to ready`,median:`Typical`,noMedian:`No task became ready in these days`,day:`Day`,week:`Week from`,keys:`Left and right arrows go through the days`,none:`none`,minutes:{one:`{count} minute`,other:`{count} minutes`},hours:{one:`{count} hour`,other:`{count} hours`},h:`{count} h`,d:`{count} d`}}),O=_(`
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
`,[w]),k=_(`
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
`),A=p(async()=>(await x(async()=>{let{Charts:e}=await import(`./charts-H-RObkBO.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4,5]))).Charts,6),j=7;function M({days:p}){let _=e(f.value.timezone),v=s(_,-7),{data:x,problem:w,reload:k}=o(O,{staleTo:v}),A=x?.phoneClaims?.flatMap(({customer:e})=>e??[])??[];i(({id:e,customer:t})=>{(t?.phoneClaims.length||A.some(t=>t.id===e))&&k()});let M=e=>({screen:`tasks`,filter:{...d,...e}}),P=[{label:D(`accepted`),look:`blue`,count:x?.accepted?.totalCount,to:M({statuses:[`ACCEPTED`]})},{label:D(`inProgress`),look:`amber`,count:x?.inProgress?.totalCount,to:M({statuses:[`IN_PROGRESS`]})},{label:D(`ready`),look:`green`,count:x?.ready?.totalCount,to:M({statuses:[`READY`]})},{label:D(`stale`,{days:j}),look:`red`,count:x?.stale?.totalCount,to:M({statuses:b,updatedTo:v})},{label:D(`unreachable`),look:`grey`,count:x?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return y(u,{children:[y(n,{title:l(`nav.overview`),subtitle:c(_,_,h.value)}),w&&x&&y(m,{problem:w,retry:k}),w&&!x?y(E,{problem:w,retry:k}):y(`section`,{"aria-label":D(`now`),children:y(`ul`,{class:`tiles`,children:P.map(({label:e,look:t,count:n,to:r})=>y(`li`,{children:y(`a`,{class:`number number-${t}`,"data-zero":n===0,href:C(r),children:[y(`span`,{class:`number-count`,children:n===void 0?`…`:S(h.value,n)}),y(`span`,{class:`number-label`,children:e})]})},t))})}),A.length>0&&y(t,{title:D(`claims`),note:D(`claims.note`),children:y(`ul`,{children:A.map(e=>y(a,{customer:e},e.id))})}),y(`div`,{class:`period`,children:y(r,{look:`steps`,label:D(`period`),options:T.map(String),chosen:String(p),text:e=>D(`days`,{count:Number(e)}),onChoose:e=>g({screen:`overview`,days:T.find(t=>String(t)===e)},{replace:!0})})}),y(N,{from:s(_,1-p),to:_})]})}function N({from:e,to:n}){let{data:r,problem:i,loading:a,reload:s}=o(k,{dateStart:e,dateEnd:n},{keep:!0});return i&&!r?.stats?y(E,{problem:i,retry:s}):y(`div`,{class:`results`,"aria-busy":a,children:r?.stats?y(A,{stats:r.stats}):y(t,{children:y(`div`,{class:`chart-space`})})})}export{M as OverviewScreen,D as t};