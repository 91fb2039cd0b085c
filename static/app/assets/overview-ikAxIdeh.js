const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/charts-C2T-zHIM.js","assets/app-zFyvJBph.js","assets/app-5mj9E_8F.css","assets/overview-DlbdUzmA.js","assets/charts-DMqlHLhi.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,D as n,H as r,I as i,M as a,P as o,Q as s,R as c,S as l,T as u,X as d,Y as f,a as p,ft as m,ot as h,st as g,tt as _,ut as v,w as y,x as b,yt as x,z as S}from"./app-zFyvJBph.js";import{t as C}from"./overview-DlbdUzmA.js";var w=f`
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
`,T=f`
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
`,E=s(async()=>(await r(async()=>{let{Charts:e}=await import(`./charts-C2T-zHIM.js`);return{Charts:e}},__vite__mapDeps([0,1,2,3,4]))).Charts,6),D=7;function O({days:r}){let s=y(d.value.timezone),u=b(s,-7),{data:f,problem:T,reload:E}=t(w,{staleTo:u}),O=e=>({screen:`tasks`,filter:{...c,...e}}),A=[{label:C(`accepted`),look:`blue`,count:f?.accepted?.totalCount,to:O({statuses:[`ACCEPTED`]})},{label:C(`inProgress`),look:`amber`,count:f?.inProgress?.totalCount,to:O({statuses:[`IN_PROGRESS`]})},{label:C(`ready`),look:`green`,count:f?.ready?.totalCount,to:O({statuses:[`READY`]})},{label:C(`stale`,{days:D}),look:`red`,count:f?.stale?.totalCount,to:O({statuses:S,updatedTo:u})},{label:C(`unreachable`),look:`grey`,count:f?.unreachable?.totalCount,to:{screen:`customers`,search:``,contact:`blocked`}}];return m(x,{children:[m(n,{title:g(`nav.overview`),subtitle:l(s,s,h.value)}),T&&f&&m(_,{problem:T,retry:E}),T&&!f?m(e,{problem:T,retry:E}):m(`section`,{"aria-label":C(`now`),children:m(`ul`,{class:`tiles`,children:A.map(({label:e,look:t,count:n,to:r})=>m(`li`,{children:m(`a`,{class:`number number-${t}`,"data-zero":n===0,href:a(r),children:[m(`span`,{class:`number-count`,children:n===void 0?`…`:v(h.value,n)}),m(`span`,{class:`number-label`,children:e})]})},t))})}),m(`div`,{class:`period`,children:m(p,{look:`steps`,label:C(`period`),options:i.map(String),chosen:String(r),text:e=>C(`days`,{count:Number(e)}),onChoose:e=>o({screen:`overview`,days:i.find(t=>String(t)===e)},{replace:!0})})}),m(k,{from:b(s,1-r),to:s})]})}function k({from:n,to:r}){let{data:i,problem:a,loading:o,reload:s}=t(T,{dateStart:n,dateEnd:r},{keep:!0});return a&&!i?.stats?m(e,{problem:a,retry:s}):m(`div`,{class:`results`,"aria-busy":o,children:i?.stats?m(E,{stats:i.stats}):m(u,{children:m(`div`,{class:`chart-space`})})})}export{O as OverviewScreen};