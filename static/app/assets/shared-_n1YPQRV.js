//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-CFDiWj8d.js","assets/index-CtANYjS9.js","assets/index-D3DbpPyf.css"])))=>i.map(i=>d[i]);
import{A as e,Ct as t,E as n,J as r,K as i,N as a,Q as o,S as s,St as c,T as l,U as u,X as d,Y as f,_t as p,a as m,at as h,bt as ee,c as te,ct as ne,d as re,dt as g,et as ie,ft as ae,g as _,gt as v,ht as oe,i as se,it as ce,k as le,l as y,lt as ue,mt as de,nt as b,o as fe,ot as x,pt as pe,q as S,r as me,rt as C,s as he,tt as ge,u as _e,ut as ve,v as ye,vt as be,wt as xe,x as Se,xt as w,y as T,yt as E}from"./index-CtANYjS9.js";import{n as Ce}from"./texts-Cjl9BCWj.js";var we=Object.defineProperty,Te=(e,t)=>{let n={};for(var r in e)we(n,r,{get:e[r],enumerable:!0});return t||we(n,Symbol.toStringTag,{value:`Module`}),n},D=m`
  fragment CardFields on CustomerType {
    ...CustomerFields
    language
    verified
    note
    createdTime
    taskConnection(first: 1) {
      totalCount
    }
  }
  ${me}
`,Ee=m`
  query Customers($filter: CustomerFilter, $first: Int, $after: String) {
    customers(first: $first, after: $after, filter: $filter) {
      nodes {
        ...CustomerFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${me}
`,De=m`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`,Oe=m`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
  ${D}
`,ke=m`
  query CustomerTasks($id: ID!, $first: Int, $after: String) {
    customerById(id: $id) {
      __typename
      id
      taskConnection(first: $first, after: $after) {
        nodes {
          __typename
          id
          createdAt
          category
          status
          description
          customer {
            ...CustomerFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${me}
`,Ae=m`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,je=m`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Me=m`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`,Ne=m`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Pe=m`
  fragment TaskDetails on TaskType {
    ...TaskFields
    version
    undoUntil
    history {
      __typename
      id
      kind
      at
      actor
      actorName
      from
      to
    }
    notifications {
      __typename
      id
      status
      state
      lastError
      notBefore
      sentAt
    }
  }
  ${se}
`,Fe=m`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
  ${Pe}
`,Ie=m`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
  ${me}
`,Le=m`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`,Re=m`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
  ${se}
`,ze=m`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
  ${Pe}
`,Be=m`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`,Ve=m`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
  ${Pe}
`,He=m`
  mutation ResendNotification($id: ID!) {
    resendNotification(id: $id) {
      notification {
        __typename
        id
        status
        state
        lastError
        notBefore
        sentAt
      }
    }
  }
`,Ue=m`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`,We=m`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
  ${Pe}
`,Ge=m`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Ke=m`
  subscription NotificationChanged {
    notificationChanged {
      kind
      id
      notification {
        __typename
        id
        status
        state
        lastError
        notBefore
        sentAt
      }
    }
  }
`,qe={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},Je=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},O,k;function A(e){return new Je(`Syntax Error: Unexpected token at ${k} in ${e}`)}function Ye(e){if(e.lastIndex=k,e.test(O))return O.slice(k,k=e.lastIndex)}var j=/ +(?=[^\s])/y;function Xe(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)j.lastIndex=0,j.test(t[o])&&(o&&(!r||j.lastIndex<r)&&(r=j.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function M(){for(var e=0|O.charCodeAt(k++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|O.charCodeAt(k++))if(e===35)for(;(e=0|O.charCodeAt(k++))&&e!==10&&e!==13;);k--}function Ze(){for(var e=k,t=0|O.charCodeAt(k++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|O.charCodeAt(k++));if(e===k-1)throw A(`Name`);var n=O.slice(e,--k);return M(),n}function N(){return{kind:`Name`,value:Ze()}}var Qe=/(?:"""|(?:[\s\S]*?[^\\])""")/y,$e=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function P(e){var t;switch(O.charCodeAt(k)){case 91:k++,M();for(var n=[];O.charCodeAt(k)!==93;)n.push(P(e));return k++,M(),{kind:`ListValue`,values:n};case 123:k++,M();for(var r=[];O.charCodeAt(k)!==125;){var i=N();if(O.charCodeAt(k++)!==58)throw A(`ObjectField`);M(),r.push({kind:`ObjectField`,name:i,value:P(e)})}return k++,M(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw A(`Variable`);return k++,{kind:`Variable`,name:N()};case 34:if(O.charCodeAt(k+1)===34&&O.charCodeAt(k+2)===34){if(k+=3,(t=Ye(Qe))==null)throw A(`StringValue`);return M(),{kind:`StringValue`,value:Xe(t.slice(0,-3)),block:!0}}var a=k,o;k++;var s=!1;for(o=0|O.charCodeAt(k++);o===92&&(k++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|O.charCodeAt(k++));if(o!==34)throw A(`StringValue`);return t=O.slice(a,k),M(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=k++,l;(l=0|O.charCodeAt(k++))>=48&&l<=57;);var u=O.slice(c,--k);if((l=O.charCodeAt(k))===46||l===69||l===101){if((t=Ye($e))==null)throw A(`FloatValue`);return M(),{kind:`FloatValue`,value:u+t}}return M(),{kind:`IntValue`,value:u};case 110:if(O.charCodeAt(k+1)===117&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===108)return k+=4,M(),{kind:`NullValue`};break;case 116:if(O.charCodeAt(k+1)===114&&O.charCodeAt(k+2)===117&&O.charCodeAt(k+3)===101)return k+=4,M(),{kind:`BooleanValue`,value:!0};break;case 102:if(O.charCodeAt(k+1)===97&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===115&&O.charCodeAt(k+4)===101)return k+=5,M(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:Ze()}}function et(e){if(O.charCodeAt(k)===40){var t=[];k++,M();do{var n=N();if(O.charCodeAt(k++)!==58)throw A(`Argument`);M(),t.push({kind:`Argument`,name:n,value:P(e)})}while(O.charCodeAt(k)!==41);return k++,M(),t}}function F(e){if(O.charCodeAt(k)===64){var t=[];do k++,t.push({kind:`Directive`,name:N(),arguments:et(e)});while(O.charCodeAt(k)===64);return t}}function tt(){for(var e=0;O.charCodeAt(k)===91;)e++,k++,M();var t={kind:`NamedType`,name:N()};do if(O.charCodeAt(k)===33&&(k++,M(),t={kind:`NonNullType`,type:t}),e){if(O.charCodeAt(k++)!==93)throw A(`NamedType`);M(),t={kind:`ListType`,type:t}}while(e--);return t}function nt(){if(O.charCodeAt(k++)!==123)throw A(`SelectionSet`);return M(),rt()}function rt(){var e=[];do if(O.charCodeAt(k)===46){if(O.charCodeAt(++k)!==46||O.charCodeAt(++k)!==46)throw A(`SelectionSet`);switch(k++,M(),O.charCodeAt(k)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:F(!1),selectionSet:nt()});break;case 111:O.charCodeAt(k+1)===110?(k+=2,M(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:N()},directives:F(!1),selectionSet:nt()})):e.push({kind:`FragmentSpread`,name:N(),directives:F(!1)});break;case 123:k++,M(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:rt()});break;default:e.push({kind:`FragmentSpread`,name:N(),directives:F(!1)})}}else{var t=N(),n=void 0;O.charCodeAt(k)===58&&(k++,M(),n=t,t=N());var r=et(!1),i=F(!1),a=void 0;O.charCodeAt(k)===123&&(k++,M(),a=rt()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(O.charCodeAt(k)!==125);return k++,M(),{kind:`SelectionSet`,selections:e}}function it(){if(M(),O.charCodeAt(k)===40){var e=[];k++,M();do{var t=void 0;if(O.charCodeAt(k)===34&&(t=P(!0)),O.charCodeAt(k++)!==36)throw A(`Variable`);var n=N();if(O.charCodeAt(k++)!==58)throw A(`VariableDefinition`);M();var r=tt(),i=void 0;O.charCodeAt(k)===61&&(k++,M(),i=P(!0)),M();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:F(!0)};t&&(a.description=t),e.push(a)}while(O.charCodeAt(k)!==41);return k++,M(),e}}function at(e){var t=N();if(O.charCodeAt(k++)!==111||O.charCodeAt(k++)!==110)throw A(`FragmentDefinition`);M();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:N()},directives:F(!1),selectionSet:nt()};return e&&(n.description=e),n}function ot(){var e=[];do{var t=void 0;if(O.charCodeAt(k)===34&&(t=P(!0)),O.charCodeAt(k)===123){if(t)throw A(`Document`);k++,M(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:rt()})}else{var n=Ze();switch(n){case`fragment`:e.push(at(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=O.charCodeAt(k))!==40&&r!==64&&r!==123&&(i=N());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:it(),directives:F(!1),selectionSet:nt()};t&&(a.description=t),e.push(a);break;default:throw A(`Document`)}}}while(k<O.length);return e}function st(e,t){return O=e.body?e.body:e,k=0,M(),t&&t.noLocation?{kind:`Document`,definitions:ot()}:{kind:`Document`,definitions:ot(),loc:{start:0,end:O.length,startToken:void 0,endToken:void 0,source:{body:O,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function I(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function ct(e){return JSON.stringify(e)}function lt(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var L=`
`,R={OperationDefinition(e){var t=``;e.description&&(t+=R.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+I(e.variableDefinitions,`, `,R.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive));var n=R.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+` `),t+=R.Variable(e.variable)+`: `+z(e.type),e.defaultValue&&(t+=` = `+z(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=I(e.arguments,`, `,R.Argument);t.length+n.length+2>80?t+=`(`+(L+=`  `)+I(e.arguments,L,R.Argument)+(L=L.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+R.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?lt(e.value).replace(/\n/g,L):ct(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+I(e.values,`, `,z)+`]`,ObjectValue:e=>`{`+I(e.fields,`, `,R.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+z(e.value),Document(e){return!e.definitions||!e.definitions.length?``:I(e.definitions,`

`,z)},SelectionSet:e=>`{`+(L+=`  `)+I(e.selections,L,z)+(L=L.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+z(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+=` `+R.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+` `+R.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+I(e.arguments,`, `,R.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+z(e.type)+`]`,NonNullType:e=>z(e.type)+`!`},z=e=>R[e.kind](e);function ut(e){return L=`
`,R[e.kind]?R[e.kind](e):``}var dt=()=>{},B=dt;function V(e){return{tag:0,0:e}}function H(e){return{tag:1,0:e}}var ft=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,pt=e=>e;function U(e){return t=>n=>{var r=B;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function mt(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(H(e(t[0])))}))}function ht(e){return t=>n=>{var r=[],i=B,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=B;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(V((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function gt(e){return ht(pt)(e)}function W(e){return gt(Dt(e))}function _t(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(V((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function vt(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(V((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function yt(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function G(e){var t=[],n=B,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(V((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function bt(e){return t=>n=>{var r=B,i=B,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=B),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(V((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function xt(e){return t=>n=>{var r=B,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(V((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function St(e){return t=>n=>{var r=B,i=B,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(V((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function Ct(e,t){return n=>r=>{var i=B,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function wt(e){return t=>e()(t)}function Tt(e){return t=>{var n=e[ft()]&&e[ft()]()||e,r=!1,i=!1,a=!1,o;t(V((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function Et(e){return e[ft()]?Tt(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(V((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Dt=Et;function Ot(e){return t=>{var n=!1;t(V((r=>{r===1?n=!0:n||(n=!0,t(H(e)),t(0))})))}}function kt(e){return t=>{var n=!1,r=e({next(e){n||t(H(e))},complete(){n||(n=!0,t(0))}});t(V((e=>{e===1&&!n&&(n=!0,r())})))}}function At(){var e,t;return{source:G(kt((n=>(e=n.next,t=n.complete,dt)))),next(t){e&&e(t)},complete(){t&&t()}}}function jt(e){return t=>{var n=B,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Mt(e){jt((e=>{}))(e)}function Nt(e){return new Promise((t=>{var n=B,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Pt=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},Ft=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new Je(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new Je(e),It=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Ft),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},Lt=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},K=new Set,Rt=new WeakMap,q=(e,t)=>{if(e===null||K.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return q(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=q(e[r],t)||`null`;return n+=`]`}if(!t&&(Vt!==J&&e instanceof Vt||Ht!==J&&e instanceof Ht))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=Rt.get(e)||Math.random().toString(36).slice(2);return Rt.set(e,o),q({__key:o},t)}K.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=q(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=q(a[c],t)+`:`+u)}return K.delete(e),s+=`}`},zt=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||K.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)zt(e,`${t}.${r}`,n[r]);else if(n instanceof Vt||n instanceof Ht)e.set(t,n);else for(var a in K.add(n),n)zt(e,`${t}.${a}`,n[a])}},Bt=(e,t)=>(K.clear(),q(e,t||!1)),J=class{},Vt=typeof File<`u`?File:J,Ht=typeof Blob<`u`?Blob:J,Ut=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Wt=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,Gt=(e,t)=>t%2==0?e.replace(Wt,`
`):e,Kt=e=>e.split(Ut).map(Gt).join(``).trim(),qt=new Map,Jt=new Map,Yt=e=>{var t;return typeof e==`string`?t=Kt(e):e.loc&&Jt.get(e.__key)===e?t=e.loc.source.body:(t=qt.get(e)||Kt(ut(e)),qt.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},Xt=e=>{var t;if(e.documentId)t=Lt(e.documentId);else if(t=Lt(Yt(e)),e.definitions){var n=$t(e);n&&(t=Lt(`\n# ${n}`,t))}return t},Zt=e=>{var t,n;return typeof e==`string`?(t=Xt(e),n=Jt.get(t)||st(e,{noLocation:!0})):(t=e.__key||Xt(e),n=Jt.get(t)||e),n.loc||Yt(n),n.__key=t,Jt.set(t,n),n},Qt=(e,t,n)=>{var r=t||{},i=Zt(e),a=Bt(r,!0),o=i.__key;return a!==`{}`&&(o=Lt(a,o)),{key:o,query:i,variables:r,extensions:n}},$t=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===qe.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},en=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new It({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},tn=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=tn(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=tn(e[i],t[i]);return e}}return t},nn=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,ee=e.items.length;h<ee;h++)n[m+h]=tn(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=tn(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new It({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},rn=(e,t,n)=>({operation:e,data:void 0,error:new It({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function an(e){var t={query:void 0,documentId:void 0,operationName:$t(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=Yt(e.query)),t}var on=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=sn(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Bt(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},sn=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},cn=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Bt(t),r=(e=>{var t=new Map;return(Vt!==J||Ht!==J)&&(K.clear(),zt(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Bt({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},ln=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=cn(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},un=/boundary="?([^=";]+)"?/i,dn=/data: ?([^\n]+)/;async function*fn(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*pn(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*mn(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(un),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of pn(fn(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of pn(fn(e),`

`)){var r=n.match(dn);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?nn(i,l,a,c):en(e,l,a),r=!1,yield i,r=!0;i||(yield i=en(e,{},a))}catch(t){if(!r)throw t;yield rn(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function hn(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),_t((()=>{r&&r.abort()}))(U((e=>!!e))(Tt(mn(e,t,n))))}function gn(e){var t=t=>e(t);return t.toPromise=()=>Nt(xt(1)(U((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>jt(e)(t),t}function Y(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var _n=()=>{},vn=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>W([ht((n=>{var{key:i}=n;return St(U((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(an(t),t);return kt((e=>{var i=!1,a,o;function s(n){e.next(o=o?nn(o,n):en(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(rn(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(Y(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(U((e=>e.kind!==`teardown`&&a(e)))(t)),i(U((e=>e.kind===`teardown`||!a(e)))(t))])},yn=({forward:e,dispatchDebug:t})=>t=>W([ht((e=>{var n=an(e),r=on(e,n),i=ln(e,n);return St(U((t=>t.kind===`teardown`&&t.key===e.key))(t))(hn(e,r,i))}))(U((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(U((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),bn=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return G(e(G(t)))},dispatchDebug(e){}})),n),xn=({dispatchDebug:e})=>e=>U((e=>!1))(e),Sn=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=At();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=St(U((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(U((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(ee));return t=e.kind===`query`?bt((t=>{var n=Ot(t);return t.stale||t.hasNext?n:W([n,mt((()=>(t.stale=!0,t)))(xt(1)(U((t=>t.key===e.key))(c.source)))])}))(t):Ct((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?yt((()=>{l(e)}))(t):_t((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(Y(`teardown`,e,e.context))}))(vt((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),G(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},Y(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?gn(f(e)):gn(wt((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=yt((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?bt(Ot)(W([t,U((t=>t===r.get(e.key)))(Ot(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return jt((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(Qt(e,t),n),subscription:(e,t,n)=>m.executeSubscription(Qt(e,t),n),mutation:(e,t,n)=>m.executeMutation(Qt(e,t),n)}),h=_n,ee=G(bn(t.exchanges)({client:m,dispatchDebug:h,forward:xn({dispatchDebug:h})})(c.source));return Mt(ee),m},Cn=(e,t)=>Y(e.kind,e,{...e.context,authAttempt:t});function wn(e){return({client:t,forward:n})=>{var r=new Set,i=At(),a=At(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(rn(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,Qt(e,n),a);return Nt(xt(1)(U((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(yt((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return Y(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,Cn(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(U(Boolean)(mt((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,Cn(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(Cn(e,!1))))(W([i.source,d]))));return W([a.source,U((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var Tn=m`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`,En=m`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      success
      errors
      token
      refreshToken
    }
  }
`,Dn=m`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      success
      errors
      token
      refreshToken
    }
  }
`,On=m`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,kn=m`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
    }
  }
`,An=m`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      success
      errors
      token
      refreshToken
    }
  }
`,jn=m`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`,Mn=class{known=new Map;guesses=new Map;learn(e){Nn(e,(e,t)=>{let n=Object.entries(e).filter(([,e])=>!Fn(e));this.known.set(t,{...this.known.get(t),...Object.fromEntries(n)})})}keepOnly(e){let t=new Set;Nn(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e){return this.merge(e,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return X(t)?this.mergeObject(X(e)&&Pn(e)===Pn(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(Pn(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!Fn(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)||{},n=[...this.guesses.values()].find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Nn(e,t){if(Array.isArray(e))return e.forEach(e=>Nn(e,t));if(!X(e))return;let n=Pn(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Nn(e,t))}function Pn({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function X(e){return typeof e==`object`&&!!e}function Fn(e){return X(e)&&`nodes`in e}var In=({client:e,forward:t})=>{let n=new Mn,r=new Map,i=new Map,a=new Set,o=At();function s(e,t){let i=n.renew(t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function c(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function l(){for(let e of i.keys()){let t=r.get(e),n=t&&s(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let u=t=>e.reexecuteOperation(Y(`query`,t,{...t.context,requestPolicy:`network-only`})),d=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function f(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!d(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Ln(e);o&&(n.guess(r,`TaskType`,o),l())}function p(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&u(e),{...s(e.key,r.get(e.key)),operation:e,stale:t}}function m(e){let{kind:t,key:r}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data);let o=t===`query`&&!e.error?s(r,e):e;return c(),l(),Rn(e)&&i.forEach(u),o}return e=>{let n=Pt(e,vt(f),G);return W([Pt(n,U(d),mt(p)),Pt(n,U(e=>!d(e)),t,mt(m)),o.source])}};function Ln({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function Rn({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|delete|merge|revoke|test|resend|updateCustomer)/.test(r)}var Z=oe(Bn());function zn(){Z.value=Bn()}function Bn(e=he){return new Sn({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[In,wn(async e=>({addAuthToOperation:t=>x.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${x.value.token}`}),didAuthError:e=>x.value!==null&&T(e).code===`UNAUTHENTICATED`,refreshAuth:()=>Wn(()=>Vn(e))})),yn,vn({forwardSubscription:er})]})}async function Vn({mutate:e}){let t=x.value,n=ve();if(t===null)return;if(n!==null&&n.token!==t.token){x.value=n;return}let{data:r,error:i}=await e(An,{refreshToken:t.refreshToken}),a=r?.refreshToken&&ne(r.refreshToken);if(a)return ue(a);if(i&&T(i).code!==`UNAUTHENTICATED`)return;let o=await Hn({mutate:e});o&&h(o)===h(t)?ue(o):ce(`refused`)}async function Hn({mutate:e}){if(y.initData===``)return null;let{data:t}=await e(Dn,{initData:y.initData});return t?ne(t.loginTelegram):null}async function Un(e,t){let{data:n,error:r}=await Z.value.mutation(e,t).toPromise();if(r)throw T(r);if(n===void 0)throw new _(`INTERNAL`,`an answer without data`);return n}function Wn(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var Gn=Te({followChanges:()=>Zn}),Kn=new Set,qn=new Set;function Jn(e){Xn(Kn,e)}function Yn(e){Xn(qn,e)}function Xn(e,t){let n=E(t);n.current=t,v(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function Zn(){de(()=>{if(x.value===null)return;let e=Z.value,t=e.subscription(We,{}).subscribe(({data:e})=>{e?.taskChanged&&Kn.forEach(t=>t(e.taskChanged))}),n=e.subscription(Ge,{}).subscribe(({data:e})=>{e?.customerChanged&&qn.forEach(t=>t(e.customerChanged))}),r=e.subscription(Ke,{}).subscribe(()=>{});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe()}})}var Qn=null;function $n(){return Qn??=_e(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:()=>({Authorization:`Bearer ${x.value?.token}`}),retryAttempts:1/0,shouldRetry:()=>x.value!==null}),n=!1;return t.on(`connected`,()=>{n&&dispatchEvent(new Event(`online`)),n=!0}),t}),Qn}function er(e){return{subscribe(t){let n=!1,r=()=>{};return $n().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}function tr(e,t=new Date){return nr(e,t)?.slice(0,10)??ie(`sv-SE`,{timeZone:e}).format(t)}function nr(e,t){let{clock:n,timezone:r}=i.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function rr(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function ir(e,t){return tr(t,new Date(e))}function ar(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function or(e,t,n){return ie(n,{timeZone:t,...ar(n)}).format(new Date(e))}function sr(e,t,n){let[i=``,a=``,o=``]=e.split(`-`),s=`month.${Number(a)}`;if(!(s in r.en))return e;let c=i===t.slice(0,4)?`date`:`date.year`,{[s]:l,[c]:u}=r[n];return f(n,u,{day:String(Number(o)),month:String(l),year:i})}function cr(e,t,n,r=new Date){let i=new Date(e),a=tr(t,i).slice(0,4)===tr(t,r).slice(0,4);return ie(n,{timeZone:t,day:`numeric`,month:`long`,...ar(n),...a?{}:{year:`numeric`}}).format(i)}function lr(e){let[t,n]=w(!1),[r,i]=w(null),a=E(!1);async function o(){if(!a.current){a.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof _))throw e;y.haptic(`error`),i(e)}finally{a.current=!1,n(!1)}}}return{busy:t,problem:r,submit:o}}function ur({title:e,onClose:t,children:n}){let r=E(null),i=be();return v(()=>r.current?.showModal(),[]),C(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[C(`div`,{class:`panel-head`,children:[C(`h2`,{id:i,children:e}),C(`button`,{type:`button`,class:`round-button`,"aria-label":o(`action.close`),onClick:()=>r.current?.close(),children:C(b,{name:`close`})})]}),n]})}function dr({text:e}){return e?C(`p`,{class:`form-error`,role:`alert`,children:e}):null}function fr(e,t,{keep:n=!1}={}){let[r,i]=w({data:null,problem:null,loading:!0}),[a,o]=w(0),s=ee(()=>o(e=>e+1),[]),c=JSON.stringify(t),l=E(c),u=Z.value;return v(()=>{let r=l.current===c||n;l.current=c,i(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:a}=u.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{i(r=>({data:e??(t?r.data:null),problem:t?T(t):null,loading:n}))});return a},[u,e,c,a]),v(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&s()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,s),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,s)}},[s]),{...r,reload:s}}function pr({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let l=be(),u=E(null);v(()=>{s&&u.current?.focus()},[]);let d=i??r,f={id:l,ref:u,value:t,"aria-invalid":i!==void 0,"aria-describedby":d?`${l}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},p={type:a,...f};return C(`div`,{class:`field`,children:[C(`label`,{for:l,children:e}),o?C(`textarea`,{rows:4,...f}):C(`input`,{...p}),d&&C(`p`,{id:`${l}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:d})]})}function mr({title:e,subtitle:t,back:r,children:i}){let a=E(null),l=y.backButton,u=c(te);return v(()=>{r&&a.current?.focus({preventScroll:!0})},[]),v(()=>{if(r&&l&&u)return l.show(()=>n(r)),()=>l.hide()},[l,u,r&&s(r)]),C(`header`,{class:`header`,children:[r&&!l&&C(`a`,{class:`back`,href:s(r),children:[C(b,{name:`back`}),C(`span`,{children:o(`action.back`)})]}),C(`div`,{class:`header-line`,children:[C(`h1`,{ref:a,tabIndex:-1,children:e}),i]}),t!==void 0&&C(`p`,{class:`subtitle`,children:t})]})}function hr({title:e,note:t,children:n}){let r=be();return C(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&C(`h2`,{id:r,class:`section-title`,children:e}),C(`div`,{class:`card`,children:n}),t&&C(`div`,{class:`section-note`,children:t})]})}var Q=oe(`untried`),gr=`loggedOut`;async function _r(){y.initData!==``&&pe(gr)===null&&await vr()}async function vr(){Q.value=`running`;try{let{loginTelegram:e}=await Un(Dn,{initData:y.initData});Q.value=yr(e)?`untried`:Sr(e)}catch(e){if(!(e instanceof _))throw e;Q.value={problem:ye(e)}}}function yr(e){let t=e.success?ne(e):null;return t?(g(gr),ue(t),zn(),!0):!1}async function br(){if(y.initData!==``)try{await Un(On,{initData:y.initData}),S(Ce(`login.linked`))}catch(e){if(!(e instanceof _))throw e;S(e.code===`CONFLICT`?Ce(`login.linkedToOther`):Ce(`login.notLinked`),{kind:`failed`})}}function xr(){ae(gr,`yes`)}function Sr({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:Ce(`login.telegram.expired`)}}var $=m`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`,Cr=m`
  fragment InviteFields on InviteType {
    __typename
    id
    role
    expiresAt
    usedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`,wr=m`
  fragment ApiTokenFields on ApiTokenType {
    __typename
    id
    name
    scopes
    createdTime
    expiresAt
    lastUsedAt
    revokedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`,Tr=m`
  query Myself {
    me {
      ...MemberFields
    }
  }
  ${$}
`,Er=m`
  query Staff {
    staff {
      ...MemberFields
    }
  }
  ${$}
`,Dr=m`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Or=m`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,kr=m`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Ar=m`
  query Invites {
    invites {
      ...InviteFields
    }
  }
  ${Cr}
`,jr=m`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
  ${Cr}
`,Mr=m`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`,Nr=m`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
  ${wr}
`,Pr=m`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
  ${wr}
`,Fr=m`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
  ${wr}
`;function Ir(e){v(()=>{if(e)return l.value=()=>y.confirm({title:o(`unsaved.question`),text:o(`unsaved.text`),yes:o(`unsaved.leave`),no:o(`unsaved.stay`)}),y.confirmClosing(!0),()=>{l.value=null,y.confirmClosing(!1)}},[e])}async function Lr(e,t=ye){try{let t=await e();return y.haptic(`success`),S(t),!0}catch(e){if(!(e instanceof _))throw e;return y.haptic(`error`),S(t(e),{kind:`failed`}),!1}}function Rr({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=be(),[,s]=w({});return C(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>C(`label`,{class:`option option-${e}`,children:[C(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),C(`span`,{children:r(e)})]},e))})}function zr({text:e,onClick:t,busy:n=!1}){let r=E(null),i=y.mainButton,a=c(te);return v(()=>{a&&i?.show({text:e,busy:n,enabled:!0,onClick:()=>r.current?.click()})}),v(()=>{if(a)return()=>i?.hide()},[i,a]),C(`div`,{class:i?`visually-hidden`:`main-button`,children:C(`button`,{ref:r,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:i?-1:0,"aria-hidden":i?!0:void 0,children:e})})}function Br({draft:e}){return e.restored?C(`p`,{class:`narrowed`,role:`status`,children:[o(`draft.restored`),C(`button`,{type:`button`,class:`plain-button`,onClick:e.discard,children:o(`draft.discard`)})]}):null}function Vr(e,t){let n=`draft.${h()}.${e}`,[{content:r,restored:i},a]=w(()=>{let e=Ur(n);return{content:{...t,...e},restored:e!==null}});return Ir(!Hr(r,t)),v(()=>()=>g(n),[n]),{content:r,restored:i,change(e){let o={...r,...e};Hr(o,t)?g(n):ae(n,JSON.stringify(o)),a({content:o,restored:i})},discard(){g(n),a({content:t,restored:!1})}}}function Hr(e,t){return Object.keys(t).every(n=>e[n]===t[n])}function Ur(e){try{return JSON.parse(pe(e)??`null`)}catch{return null}}function Wr(e){let t=E(null);return t.current=e??t.current,t.current}function Gr(e,n,r){let i=JSON.stringify(n),a=Z.value,[o,s]=w([]),c=E({read:()=>{},stop:()=>{}});p(()=>{let t=[],i=(i,o)=>{t[i]?.();let c=e=>s(t=>{let n=[...t];return n[i]={connection:null,problem:null,...t[i],loading:!1,...e},n});c({loading:!0}),t[i]=a.query(e,{...n,first:o===null?fe.first:fe.next,after:o},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>c({...e&&{connection:r(e)},problem:t?T(t):null,loading:n})).unsubscribe};return c.current={read:i,stop:()=>t.forEach(e=>e())},s([]),i(0,null),()=>c.current.stop()},[a,e,i]);let l=()=>{let e=null;o.forEach(({connection:t},n)=>{c.current.read(n,e),e=t?.pageInfo.endCursor??null})};Kr(l);let u=t(()=>o[0]?.connection?qr(o.flatMap(({connection:e})=>e?.nodes??[])):null,o.map(({connection:e})=>e)),d=o.at(-1),f=d?.connection?.pageInfo;return{rows:u,hasMore:f?.hasNextPage??!1,loadMore:()=>{d&&!d.loading&&f?.hasNextPage&&c.current.read(o.length,f.endCursor)},problem:o.find(({problem:e})=>e)?.problem??null,loading:o.length===0||o.some(({loading:e})=>e),reload:l}}function Kr(e){let t=E(e);t.current=e,v(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function qr(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function Jr(e){return e.name||e.phone||o(`customer.nameless`)}function Yr({customer:e}){let t=le.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return C(`li`,{class:`customer-row`,"data-current":n,children:C(`a`,{id:`customer-${e.id}`,class:`row-link`,href:s(Se(e.id)),"aria-current":n?`page`:void 0,children:[C(Xr,{customer:e}),C(b,{name:`next`})]})})}function Xr({customer:e}){return C(xe,{children:[C($r,{customer:e}),C(`span`,{class:`row-text`,children:[C(`span`,{class:`row-title`,children:Jr(e)}),C(`span`,{class:`row-facts`,children:[e.name?e.phone??``:o(`customer.nameless`),e.telegramId!==null&&C(Zr,{customer:e})]})]})]})}function Zr({customer:e}){let t=a(e)===`blocked`,n=o(t?`customer.hasBlocked`:`customer.inTelegram`);return C(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:C(b,{name:t?`warning`:`telegram`})})}var Qr=7;function $r({customer:e}){let t=(e.name??``).match(/\p{L}/u)?ei(e.name):``;return C(`span`,{class:`avatar avatar-${Number(e.id)%Qr}`,"aria-hidden":`true`,children:t||C(b,{name:`person`})})}function ei(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function ti({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=E(null);return C(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[C(b,{name:`search`}),C(`input`,{ref:a,type:t,value:n,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&C(`button`,{type:`button`,"aria-label":o(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:C(b,{name:`close`})})]})}function ni({text:e,count:t,on:n,onToggle:r,look:i}){return C(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?C(`span`,{class:`chip-count`,children:ge(d.value,t)}):null]})}function ri({onMore:e}){let t=E(null),n=E(e);return n.current=e,v(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),C(`div`,{class:`list-more`,children:C(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:o(`list.more`)})})}async function ii(e,t){let{id:n,status:r}=e;y.haptic(`selection`);try{await Un(Be,{taskData:{id:n,status:t}}),S(o(`task.changed`,{id:n,status:o(`status.${t}`)}),{action:{text:o(`action.undo`),run:()=>void ii({id:n,status:t},r)}})}catch(e){if(!(e instanceof _))throw e;y.haptic(`error`),S(o(`task.notChanged`,{id:n,status:o(`status.${r}`),reason:ye(e)}),{kind:`failed`})}}function ai({task:t,day:n}){let{id:r,customer:i,status:a}=t,c=t.category??`OTHER`,l=le.value,u=`id`in l&&l.screen.startsWith(`task`)&&l.id===r,d=o(`task.title`,{id:r}),f=i?Jr(i):o(`task.withoutCustomer`),p=n===void 0&&i?.name?i.phone:null,m=[n??`№ ${r}`,p??o(`category.${c}`)];return C(`li`,{class:`task-row`,"data-current":u,children:[C(`span`,{class:`tile tile-${c}`,title:o(`category.${c}`),children:[C(b,{name:c}),C(`span`,{class:`visually-hidden`,children:o(`category.${c}`)})]}),C(`a`,{id:`task-${r}`,class:`row-title whole-row`,href:s(e(r)),"aria-label":n===void 0?`${d}, ${f}`:void 0,"aria-current":u?`page`:void 0,children:n===void 0?f:d}),a&&C(si,{status:a}),t.description&&C(`span`,{class:`task-description`,children:t.description}),C(`span`,{class:`task-facts quiet`,children:[C(`span`,{class:`fact`,children:[m[0],` ·`]}),` `,C(`span`,{class:`fact`,children:m[1]})]}),a&&C(oi,{id:r,status:a})]})}function oi({id:e,status:t}){let n=u(t);return n===null?null:C(`button`,{type:`button`,class:`next-button`,"aria-label":o(`tasks.advance`,{id:e,action:o(`next.${n}`)}),onClick:()=>void ii({id:e,status:t},n),children:[o(`next.${n}`),C(b,{name:`next`})]})}function si({status:e}){return C(`span`,{class:`pill pill-${e}`,children:o(`status.${e}`)})}var ci=re(async()=>(await _e(async()=>{let{ExportDialog:e}=await import(`./export-dialog-CFDiWj8d.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function li(e){let[t,n]=w(!1),r=o(`action.export`);return C(xe,{children:[C(`button`,{type:`button`,class:`round-button`,"aria-label":r,title:r,onClick:()=>n(!0),children:C(b,{name:`download`})}),t&&C(ci,{...e,onClose:()=>n(!1)})]})}function ui(e,t){let[n,r]=w({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function di({count:e,onShow:t}){return e===0?null:C(`div`,{class:`new-rows`,role:`status`,children:C(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:o(`list.arrived`,{count:e})})})}export{Jn as $,kr as A,pr as B,jr as C,Tr as D,Ar as E,br as F,rr as G,dr as H,xr as I,cr as J,sr as K,Q as L,yr as M,_r as N,Fr as O,vr as P,Yn as Q,hr as R,Pr as S,Or as T,ur as U,fr as V,lr as W,tr as X,or as Y,Gn as Z,zr as _,ke as _t,ii as a,kn as at,Ir as b,Ne as bt,ti as c,Ue as ct,Yr as d,Fe as dt,zn as et,Jr as f,Ve as ft,Br as g,Oe as gt,Vr as h,De as ht,ai as i,Tn as it,Er as j,Mr as k,$r as l,He as lt,Wr as m,Ae as mt,ui as n,En as nt,ri as o,Re as ot,Gr as p,ze as pt,ir as q,li as r,jn as rt,ni as s,Ie as st,di as t,Un as tt,Xr as u,Le as ut,Rr as v,Ee as vt,Dr as w,Nr as x,je as xt,Lr as y,Me as yt,mr as z};