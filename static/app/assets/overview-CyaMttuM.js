const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-CrwFO8I3.js","assets/app-wVlFmrCZ.js","assets/app-ASzWdEp6.css","assets/overview-CN2CMISy.js","assets/charts-DMqlHLhi.css"])))=>i.map(i=>d[i]);
import{B as e,C as t,D as n,E as r,G as i,H as a,I as o,J as s,K as c,L as l,N as u,R as d,W as f,Y as p,Z as m,at as h,k as g,n as _,nt as v,tt as y,ut as b,w as x}from"./app-wVlFmrCZ.js";import{t as S}from"./overview-CN2CMISy.js";var C=l`
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
`,w=l`
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
`,T=s(async()=>(await o(async()=>{let{Charts:e}=await import(`./charts-CrwFO8I3.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4]))).Charts,6),E=7;function D({days:n}){let o=r(c.value.timezone),s=t(o,-7),{data:l,problem:w,reload:T}=u(C,{staleTo:s}),D=e=>({screen:`tasks`,filter:{...f,...e}}),k=[{label:S(`accepted`),look:`blue`,count:l?.accepted?.totalCount,to:D({statuses:[`ACCEPTED`]})},{label:S(`inProgress`),look:`amber`,count:l?.inProgress?.totalCount,to:D({statuses:[`IN_PROGRESS`]})},{label:S(`ready`),look:`green`,count:l?.ready?.totalCount,to:D({statuses:[`READY`]})},{label:S(`stale`,{days:E}),look:`red`,count:l?.stale?.totalCount,to:D({statuses:i,updatedTo:s})},{label:S(`unreachable`),look:`grey`,count:l?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return h(b,{children:[h(g,{title:v(`nav.overview`),subtitle:x(o,o,y.value)}),w&&l&&h(m,{problem:w,retry:T}),w&&!l?h(p,{problem:w,retry:T}):h(`section`,{"aria-label":S(`now`),children:h(`ul`,{class:`tiles`,children:k.map(({label:e,look:t,count:n,to:r})=>h(`li`,{children:h(`a`,{class:`number number-${t}`,"data-zero":n===0,href:d(r),children:[h(`span`,{class:`number-count`,children:n===void 0?`…`:new Intl.NumberFormat(y.value).format(n)}),h(`span`,{class:`number-label`,children:e})]})},t))})}),h(`div`,{class:`period`,children:h(_,{look:`steps`,label:S(`period`),options:a.map(String),chosen:String(n),text:e=>S(`days`,{count:Number(e)}),onChoose:t=>e({screen:`overview`,days:a.find(e=>String(e)===t)},{replace:!0})})}),h(O,{from:t(o,1-n),to:o})]})}function O({from:e,to:t}){let{data:r,problem:i,loading:a,reload:o}=u(w,{dateStart:e,dateEnd:t},{keep:!0});return i&&!r?.stats?h(p,{problem:i,retry:o}):h(`div`,{class:`results`,"aria-busy":a,children:r?.stats?h(T,{stats:r.stats}):h(n,{children:h(`div`,{class:`chart-space`})})})}export{D as OverviewScreen};