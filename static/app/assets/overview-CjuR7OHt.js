const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-BhFU7Ej5.js","assets/app-DqTHYdDE.js","assets/app-B7chnXPL.css","assets/overview-dCKdcXws.js","assets/charts-DMqlHLhi.css"])))=>i.map(i=>d[i]);
import{B as e,E as t,H as n,I as r,J as i,K as a,O as o,P as s,Q as c,R as l,T as u,U as d,Y as f,Z as p,at as m,et as h,gt as g,i as _,j as v,k as y,lt as b,ot as x}from"./app-DqTHYdDE.js";import{t as S}from"./overview-dCKdcXws.js";var C=i`
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
`,w=i`
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
`,T=p(async()=>(await a(async()=>{let{Charts:e}=await import(`./charts-BhFU7Ej5.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4]))).Charts,6),E=7;function D({days:i}){let a=o(f.value.timezone),p=u(a,-7),{data:y,problem:w,reload:T}=s(C,{staleTo:p}),D=e=>({screen:`tasks`,filter:{...n,...e}}),k=[{label:S(`accepted`),look:`blue`,count:y?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:S(`inProgress`),look:`amber`,count:y?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:S(`ready`),look:`green`,count:y?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:S(`stale`,{days:E}),look:`red`,count:y?.stale?.totalCount,to:D({statuses:d,updatedTo:p})},{label:S(`unreachable`),look:`grey`,count:y?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return b(g,{children:[b(v,{title:x(`nav.overview`),subtitle:t(a,a,m.value)}),w&&y&&b(h,{problem:w,retry:T}),w&&!y?b(c,{problem:w,retry:T}):b(`section`,{"aria-label":S(`now`),children:b(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:i})=>b(`li`,{children:b(`a`,{class:`number number-${t}`,"data-zero":n===0,href:r(i),children:[b(`span`,{class:`number-count`,children:n===void 0?`…`:new Intl.NumberFormat(m.value).format(n)}),b(`span`,{class:`number-label`,children:e})]})},t))})}),b(`div`,{class:`period`,children:b(_,{look:`steps`,label:S(`period`),options:e.map(String),chosen:String(i),text:e=>S(`days`,{count:Number(e)}),onChoose:t=>l({screen:`overview`,days:e.find(e=>String(e)===t)},{replace:!0})})}),b(O,{from:u(a,1-i),to:a})]})}function O({from:e,to:t}){let{data:n,problem:r,loading:i,reload:a}=s(w,{dateStart:e,dateEnd:t},{keep:!0});return r&&!n?.stats?b(c,{problem:r,retry:a}):b(`div`,{class:`results`,"aria-busy":i,children:n?.stats?b(T,{stats:n.stats}):b(y,{children:b(`div`,{class:`chart-space`})})})}export{D as OverviewScreen};