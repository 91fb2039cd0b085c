//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-eCi7BrTE.js","assets/index-B17fUszB.js","assets/index-D3DbpPyf.css"])))=>i.map(i=>d[i]);
import{C as e,Ct as t,D as n,Et as r,F as i,G as a,J as o,M as s,O as c,Q as l,St as u,Tt as d,X as f,Y as p,Z as m,_ as h,_t as g,a as _,at as v,b as y,bt as ee,c as te,ct as b,d as ne,dt as re,et as x,f as ie,ft as ae,gt as oe,ht as se,i as ce,it as S,j as le,l as ue,mt as de,nt as fe,o as pe,ot as me,pt as he,r as ge,rt as _e,s as ve,st as ye,u as C,ut as be,vt as w,w as xe,wt as Se,x as Ce,xt as T,y as we,yt as Te}from"./index-B17fUszB.js";import{n as Ee}from"./texts-BWfxkC-O.js";var De=Object.defineProperty,Oe=(e,t)=>{let n={};for(var r in e)De(n,r,{get:e[r],enumerable:!0});return t||De(n,Symbol.toStringTag,{value:`Module`}),n},E=_`
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
  ${ge}
`,ke=_`
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
  ${ge}
`,Ae=_`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`,je=_`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
  ${E}
`,Me=_`
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
  ${ge}
`,Ne=_`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${E}
`,Pe=_`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${E}
`,Fe=_`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`,Ie=_`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
  ${E}
`,D=_`
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
  ${ce}
`,Le=_`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
  ${D}
`,Re=_`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
  ${ge}
`,ze=_`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`,Be=_`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
  ${ce}
`,Ve=_`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
  ${D}
`,He=_`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`,Ue=_`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
  ${D}
`,We=_`
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
`,Ge=_`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`,Ke=_`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
  ${D}
`,qe=_`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
  ${E}
`,Je=_`
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
`,Ye={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},Xe=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},O,k;function A(e){return new Xe(`Syntax Error: Unexpected token at ${k} in ${e}`)}function Ze(e){if(e.lastIndex=k,e.test(O))return O.slice(k,k=e.lastIndex)}var j=/ +(?=[^\s])/y;function Qe(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)j.lastIndex=0,j.test(t[o])&&(o&&(!r||j.lastIndex<r)&&(r=j.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function M(){for(var e=0|O.charCodeAt(k++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|O.charCodeAt(k++))if(e===35)for(;(e=0|O.charCodeAt(k++))&&e!==10&&e!==13;);k--}function $e(){for(var e=k,t=0|O.charCodeAt(k++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|O.charCodeAt(k++));if(e===k-1)throw A(`Name`);var n=O.slice(e,--k);return M(),n}function N(){return{kind:`Name`,value:$e()}}var et=/(?:"""|(?:[\s\S]*?[^\\])""")/y,tt=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function P(e){var t;switch(O.charCodeAt(k)){case 91:k++,M();for(var n=[];O.charCodeAt(k)!==93;)n.push(P(e));return k++,M(),{kind:`ListValue`,values:n};case 123:k++,M();for(var r=[];O.charCodeAt(k)!==125;){var i=N();if(O.charCodeAt(k++)!==58)throw A(`ObjectField`);M(),r.push({kind:`ObjectField`,name:i,value:P(e)})}return k++,M(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw A(`Variable`);return k++,{kind:`Variable`,name:N()};case 34:if(O.charCodeAt(k+1)===34&&O.charCodeAt(k+2)===34){if(k+=3,(t=Ze(et))==null)throw A(`StringValue`);return M(),{kind:`StringValue`,value:Qe(t.slice(0,-3)),block:!0}}var a=k,o;k++;var s=!1;for(o=0|O.charCodeAt(k++);o===92&&(k++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|O.charCodeAt(k++));if(o!==34)throw A(`StringValue`);return t=O.slice(a,k),M(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=k++,l;(l=0|O.charCodeAt(k++))>=48&&l<=57;);var u=O.slice(c,--k);if((l=O.charCodeAt(k))===46||l===69||l===101){if((t=Ze(tt))==null)throw A(`FloatValue`);return M(),{kind:`FloatValue`,value:u+t}}return M(),{kind:`IntValue`,value:u};case 110:if(O.charCodeAt(k+1)===117&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===108)return k+=4,M(),{kind:`NullValue`};break;case 116:if(O.charCodeAt(k+1)===114&&O.charCodeAt(k+2)===117&&O.charCodeAt(k+3)===101)return k+=4,M(),{kind:`BooleanValue`,value:!0};break;case 102:if(O.charCodeAt(k+1)===97&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===115&&O.charCodeAt(k+4)===101)return k+=5,M(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:$e()}}function nt(e){if(O.charCodeAt(k)===40){var t=[];k++,M();do{var n=N();if(O.charCodeAt(k++)!==58)throw A(`Argument`);M(),t.push({kind:`Argument`,name:n,value:P(e)})}while(O.charCodeAt(k)!==41);return k++,M(),t}}function F(e){if(O.charCodeAt(k)===64){var t=[];do k++,t.push({kind:`Directive`,name:N(),arguments:nt(e)});while(O.charCodeAt(k)===64);return t}}function rt(){for(var e=0;O.charCodeAt(k)===91;)e++,k++,M();var t={kind:`NamedType`,name:N()};do if(O.charCodeAt(k)===33&&(k++,M(),t={kind:`NonNullType`,type:t}),e){if(O.charCodeAt(k++)!==93)throw A(`NamedType`);M(),t={kind:`ListType`,type:t}}while(e--);return t}function it(){if(O.charCodeAt(k++)!==123)throw A(`SelectionSet`);return M(),at()}function at(){var e=[];do if(O.charCodeAt(k)===46){if(O.charCodeAt(++k)!==46||O.charCodeAt(++k)!==46)throw A(`SelectionSet`);switch(k++,M(),O.charCodeAt(k)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:F(!1),selectionSet:it()});break;case 111:O.charCodeAt(k+1)===110?(k+=2,M(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:N()},directives:F(!1),selectionSet:it()})):e.push({kind:`FragmentSpread`,name:N(),directives:F(!1)});break;case 123:k++,M(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:at()});break;default:e.push({kind:`FragmentSpread`,name:N(),directives:F(!1)})}}else{var t=N(),n=void 0;O.charCodeAt(k)===58&&(k++,M(),n=t,t=N());var r=nt(!1),i=F(!1),a=void 0;O.charCodeAt(k)===123&&(k++,M(),a=at()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(O.charCodeAt(k)!==125);return k++,M(),{kind:`SelectionSet`,selections:e}}function ot(){if(M(),O.charCodeAt(k)===40){var e=[];k++,M();do{var t=void 0;if(O.charCodeAt(k)===34&&(t=P(!0)),O.charCodeAt(k++)!==36)throw A(`Variable`);var n=N();if(O.charCodeAt(k++)!==58)throw A(`VariableDefinition`);M();var r=rt(),i=void 0;O.charCodeAt(k)===61&&(k++,M(),i=P(!0)),M();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:F(!0)};t&&(a.description=t),e.push(a)}while(O.charCodeAt(k)!==41);return k++,M(),e}}function st(e){var t=N();if(O.charCodeAt(k++)!==111||O.charCodeAt(k++)!==110)throw A(`FragmentDefinition`);M();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:N()},directives:F(!1),selectionSet:it()};return e&&(n.description=e),n}function ct(){var e=[];do{var t=void 0;if(O.charCodeAt(k)===34&&(t=P(!0)),O.charCodeAt(k)===123){if(t)throw A(`Document`);k++,M(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:at()})}else{var n=$e();switch(n){case`fragment`:e.push(st(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=O.charCodeAt(k))!==40&&r!==64&&r!==123&&(i=N());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:ot(),directives:F(!1),selectionSet:it()};t&&(a.description=t),e.push(a);break;default:throw A(`Document`)}}}while(k<O.length);return e}function lt(e,t){return O=e.body?e.body:e,k=0,M(),t&&t.noLocation?{kind:`Document`,definitions:ct()}:{kind:`Document`,definitions:ct(),loc:{start:0,end:O.length,startToken:void 0,endToken:void 0,source:{body:O,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function I(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function ut(e){return JSON.stringify(e)}function dt(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var L=`
`,R={OperationDefinition(e){var t=``;e.description&&(t+=R.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+I(e.variableDefinitions,`, `,R.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive));var n=R.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+` `),t+=R.Variable(e.variable)+`: `+z(e.type),e.defaultValue&&(t+=` = `+z(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=I(e.arguments,`, `,R.Argument);t.length+n.length+2>80?t+=`(`+(L+=`  `)+I(e.arguments,L,R.Argument)+(L=L.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+R.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?dt(e.value).replace(/\n/g,L):ut(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+I(e.values,`, `,z)+`]`,ObjectValue:e=>`{`+I(e.fields,`, `,R.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+z(e.value),Document(e){return!e.definitions||!e.definitions.length?``:I(e.definitions,`

`,z)},SelectionSet:e=>`{`+(L+=`  `)+I(e.selections,L,z)+(L=L.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+z(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+=` `+R.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+` `+R.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+I(e.arguments,`, `,R.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+z(e.type)+`]`,NonNullType:e=>z(e.type)+`!`},z=e=>R[e.kind](e);function ft(e){return L=`
`,R[e.kind]?R[e.kind](e):``}var pt=()=>{},B=pt;function V(e){return{tag:0,0:e}}function H(e){return{tag:1,0:e}}var mt=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,ht=e=>e;function U(e){return t=>n=>{var r=B;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function W(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(H(e(t[0])))}))}function gt(e){return t=>n=>{var r=[],i=B,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=B;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(V((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function _t(e){return gt(ht)(e)}function G(e){return _t(Ot(e))}function vt(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(V((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function yt(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(V((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function bt(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function K(e){var t=[],n=B,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(V((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function xt(e){return t=>n=>{var r=B,i=B,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=B),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(V((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function St(e){return t=>n=>{var r=B,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(V((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function Ct(e){return t=>n=>{var r=B,i=B,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(V((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function wt(e,t){return n=>r=>{var i=B,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function Tt(e){return t=>e()(t)}function Et(e){return t=>{var n=e[mt()]&&e[mt()]()||e,r=!1,i=!1,a=!1,o;t(V((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function Dt(e){return e[mt()]?Et(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(V((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Ot=Dt;function kt(e){return t=>{var n=!1;t(V((r=>{r===1?n=!0:n||(n=!0,t(H(e)),t(0))})))}}function At(e){return t=>{var n=!1,r=e({next(e){n||t(H(e))},complete(){n||(n=!0,t(0))}});t(V((e=>{e===1&&!n&&(n=!0,r())})))}}function jt(){var e,t;return{source:K(At((n=>(e=n.next,t=n.complete,pt)))),next(t){e&&e(t)},complete(){t&&t()}}}function Mt(e){return t=>{var n=B,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Nt(e){Mt((e=>{}))(e)}function Pt(e){return new Promise((t=>{var n=B,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Ft=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},It=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new Xe(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new Xe(e),Lt=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(It),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},Rt=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},q=new Set,zt=new WeakMap,J=(e,t)=>{if(e===null||q.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return J(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=J(e[r],t)||`null`;return n+=`]`}if(!t&&(Vt!==X&&e instanceof Vt||Ht!==X&&e instanceof Ht))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=zt.get(e)||Math.random().toString(36).slice(2);return zt.set(e,o),J({__key:o},t)}q.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=J(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=J(a[c],t)+`:`+u)}return q.delete(e),s+=`}`},Bt=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||q.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)Bt(e,`${t}.${r}`,n[r]);else if(n instanceof Vt||n instanceof Ht)e.set(t,n);else for(var a in q.add(n),n)Bt(e,`${t}.${a}`,n[a])}},Y=(e,t)=>(q.clear(),J(e,t||!1)),X=class{},Vt=typeof File<`u`?File:X,Ht=typeof Blob<`u`?Blob:X,Ut=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Wt=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,Gt=(e,t)=>t%2==0?e.replace(Wt,`
`):e,Kt=e=>e.split(Ut).map(Gt).join(``).trim(),qt=new Map,Jt=new Map,Yt=e=>{var t;return typeof e==`string`?t=Kt(e):e.loc&&Jt.get(e.__key)===e?t=e.loc.source.body:(t=qt.get(e)||Kt(ft(e)),qt.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},Xt=e=>{var t;if(e.documentId)t=Rt(e.documentId);else if(t=Rt(Yt(e)),e.definitions){var n=$t(e);n&&(t=Rt(`\n# ${n}`,t))}return t},Zt=e=>{var t,n;return typeof e==`string`?(t=Xt(e),n=Jt.get(t)||lt(e,{noLocation:!0})):(t=e.__key||Xt(e),n=Jt.get(t)||e),n.loc||Yt(n),n.__key=t,Jt.set(t,n),n},Qt=(e,t,n)=>{var r=t||{},i=Zt(e),a=Y(r,!0),o=i.__key;return a!==`{}`&&(o=Rt(a,o)),{key:o,query:i,variables:r,extensions:n}},$t=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===Ye.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},en=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new Lt({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},tn=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=tn(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=tn(e[i],t[i]);return e}}return t},nn=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=tn(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=tn(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new Lt({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},rn=(e,t,n)=>({operation:e,data:void 0,error:new Lt({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function an(e){var t={query:void 0,documentId:void 0,operationName:$t(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=Yt(e.query)),t}var on=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=sn(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Y(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},sn=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},cn=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Y(t),r=(e=>{var t=new Map;return(Vt!==X||Ht!==X)&&(q.clear(),Bt(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Y({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},ln=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=cn(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},un=/boundary="?([^=";]+)"?/i,dn=/data: ?([^\n]+)/;async function*fn(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*pn(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*mn(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(un),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of pn(fn(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of pn(fn(e),`

`)){var r=n.match(dn);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?nn(i,l,a,c):en(e,l,a),r=!1,yield i,r=!0;i||(yield i=en(e,{},a))}catch(t){if(!r)throw t;yield rn(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function hn(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),vt((()=>{r&&r.abort()}))(U((e=>!!e))(Et(mn(e,t,n))))}function gn(e){var t=t=>e(t);return t.toPromise=()=>Pt(St(1)(U((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>Mt(e)(t),t}function Z(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var _n=()=>{},vn=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>G([gt((n=>{var{key:i}=n;return Ct(U((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(an(t),t);return At((e=>{var i=!1,a,o;function s(n){e.next(o=o?nn(o,n):en(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(rn(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(Z(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(U((e=>e.kind!==`teardown`&&a(e)))(t)),i(U((e=>e.kind===`teardown`||!a(e)))(t))])},yn=({forward:e,dispatchDebug:t})=>t=>G([gt((e=>{var n=an(e),r=on(e,n),i=ln(e,n);return Ct(U((t=>t.kind===`teardown`&&t.key===e.key))(t))(hn(e,r,i))}))(U((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(U((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),bn=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return K(e(K(t)))},dispatchDebug(e){}})),n),xn=({dispatchDebug:e})=>e=>U((e=>!1))(e),Sn=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=jt();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=Ct(U((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(U((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?xt((t=>{var n=kt(t);return t.stale||t.hasNext?n:G([n,W((()=>(t.stale=!0,t)))(St(1)(U((t=>t.key===e.key))(c.source)))])}))(t):wt((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?bt((()=>{l(e)}))(t):vt((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(Z(`teardown`,e,e.context))}))(yt((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),K(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},Z(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?gn(f(e)):gn(Tt((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=bt((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?xt(kt)(G([t,U((t=>t===r.get(e.key)))(kt(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return Mt((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(Qt(e,t),n),subscription:(e,t,n)=>m.executeSubscription(Qt(e,t),n),mutation:(e,t,n)=>m.executeMutation(Qt(e,t),n)}),h=_n,g=K(bn(t.exchanges)({client:m,dispatchDebug:h,forward:xn({dispatchDebug:h})})(c.source));return Nt(g),m},Cn=(e,t)=>Z(e.kind,e,{...e.context,authAttempt:t});function wn(e){return({client:t,forward:n})=>{var r=new Set,i=jt(),a=jt(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(rn(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,Qt(e,n),a);return Pt(St(1)(U((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(bt((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return Z(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,Cn(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(U(Boolean)(W((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,Cn(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(Cn(e,!1))))(G([i.source,d]))));return G([a.source,U((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var Tn=_`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`,En=_`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      success
      errors
      token
      refreshToken
    }
  }
`,Dn=_`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      success
      errors
      token
      refreshToken
    }
  }
`,On=_`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,kn=_`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
    }
  }
`,An=_`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      success
      errors
      token
      refreshToken
    }
  }
`,jn=_`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`,Mn=class{known=new Map;guesses=new Map;learn(e,t){Nn(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))In(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;Nn(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return Fn(t)?this.mergeObject(Fn(e)&&Pn(e)===Pn(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(Pn(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!In(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Nn(e,t){if(Array.isArray(e))return e.forEach(e=>Nn(e,t));if(!Fn(e))return;let n=Pn(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Nn(e,t))}function Pn({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function Fn(e){return typeof e==`object`&&!!e}function In(e){return Fn(e)&&`nodes`in e}var Ln=({client:e,forward:t})=>{let n=new Mn,r=new Map,i=new Map,a=new Set,o=jt(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(Z(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Rn(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?Z(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),zn(e)&&i.forEach(d),f}return e=>{let n=Ft(e,yt(p),K);return G([Ft(n,U(f),W(m)),Ft(n,U(e=>!f(e)),W(h),t,W(g)),o.source])}};function Rn({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function zn({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|delete|merge|revoke|test|resend|updateCustomer)/.test(r)}var Q=g(Vn());function Bn(){Q.value=Vn()}function Vn(e=ve){return new Sn({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Ln,wn(async e=>({addAuthToOperation:t=>b.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${b.value.token}`}),didAuthError:e=>b.value!==null&&y(e).code===`UNAUTHENTICATED`,refreshAuth:()=>Kn(()=>Hn(e))})),yn,vn({forwardSubscription:ir})]})}async function Hn({mutate:e}){let t=b.value,n=ae();if(t===null)return;if(n!==null&&n.token!==t.token){b.value=n;return}let{data:r,error:i}=await e(An,{refreshToken:t.refreshToken}),a=r?.refreshToken&&be(r.refreshToken);if(a)return re(a);if(i&&y(i).code!==`UNAUTHENTICATED`)return;let o=await Un({mutate:e});o&&ye(o)===ye(t)?re(o):me(`refused`)}async function Un({mutate:e}){if(C.initData===``)return null;let{data:t}=await e(Dn,{initData:C.initData});return t?be(t.loginTelegram):null}async function Wn(e,t,n){let{data:r,error:i}=await Q.value.mutation(e,t,n).toPromise();if(i)throw y(i);if(r===void 0)throw new h(`INTERNAL`,`an answer without data`);return r}function Gn(e){return{fetchOptions:{headers:{"Idempotency-Key":e}}}}function Kn(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var qn=Oe({followChanges:()=>$n}),Jn=new Set,Yn=new Set;function Xn(e){Qn(Jn,e)}function Zn(e){Qn(Yn,e)}function Qn(e,t){let n=T(t);n.current=t,w(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function $n(){oe(()=>{if(b.value===null)return;let e=Q.value,t=e.subscription(Ke,{}).subscribe(({data:e})=>{e?.taskChanged&&Jn.forEach(t=>t(e.taskChanged))}),n=e.subscription(qe,{}).subscribe(({data:e})=>{e?.customerChanged&&Yn.forEach(t=>t(e.customerChanged))}),r=e.subscription(Je,{}).subscribe(()=>{});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe()}})}var er=5e4,tr=null;function nr(){return tr??=ne(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:()=>({Authorization:`Bearer ${b.value?.token}`}),retryAttempts:1/0,shouldRetry:()=>b.value!==null});return t.on(`connected`,e=>{Ce().then(()=>e.send(JSON.stringify({type:`ping`})))}),t.on(`pong`,e=>e&&dispatchEvent(new Event(`online`))),rr(t),t}),tr}function rr(e){let t,n=()=>{clearTimeout(t),t=setTimeout(()=>e.terminate(),er)};e.on(`opened`,n),e.on(`message`,n),e.on(`closed`,()=>clearTimeout(t))}function ir(e){return{subscribe(t){let n=!1,r=()=>{};return nr().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}function ar(e,t=new Date){return or(e,t)?.slice(0,10)??fe(`sv-SE`,{timeZone:e}).format(t)}function or(e,t){let{clock:n,timezone:r}=o.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function sr(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function cr(e,t){return ar(t,new Date(e))}function lr(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function ur(e,t,n){return fe(n,{timeZone:t,...lr(n)}).format(new Date(e))}function dr(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in f.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=f[n];return m(n,l,{day:String(Number(a)),month:String(c),year:r})}function fr(e,t,n,r=new Date){let i=new Date(e),a=ar(t,i).slice(0,4)===ar(t,r).slice(0,4);return fe(n,{timeZone:t,day:`numeric`,month:`long`,...lr(n),...a?{}:{year:`numeric`}}).format(i)}function pr(e){let[n,r]=t(!1),[i,a]=t(null),o=T(!1);async function s(){if(!o.current){o.current=!0,r(!0),a(null);try{await e()}catch(e){if(!(e instanceof h))throw e;C.haptic(`error`),a(e)}finally{o.current=!1,r(!1)}}}return{busy:n,problem:i,submit:s}}function mr({title:e,onClose:t,children:n}){let r=T(null),i=ee();return w(()=>r.current?.showModal(),[]),v(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[v(`div`,{class:`panel-head`,children:[v(`h2`,{id:i,children:e}),v(`button`,{type:`button`,class:`round-button`,"aria-label":x(`action.close`),onClick:()=>r.current?.close(),children:v(S,{name:`close`})})]}),n]})}function hr({text:e}){return e?v(`p`,{class:`form-error`,role:`alert`,children:e}):null}function gr(e,n,{keep:r=!1}={}){let[i,a]=t({data:null,problem:null,loading:!0}),[o,s]=t(0),c=u(()=>s(e=>e+1),[]),l=JSON.stringify(n),d=T(l),f=Q.value;return w(()=>{let t=d.current===l||r;d.current=l,a(e=>({data:t?e.data:null,problem:null,loading:!0}));let{unsubscribe:i}=f.query(e,n,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{a(r=>({data:e??(t?r.data:null),problem:t?y(t):null,loading:n}))});return i},[f,e,l,o]),w(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&c()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,c),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,c)}},[c]),{...i,reload:c}}function _r({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let l=ee(),u=T(null);w(()=>{s&&u.current?.focus()},[]);let d=i??r,f={id:l,ref:u,value:t,"aria-invalid":i!==void 0,"aria-describedby":d?`${l}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},p={type:a,...f};return v(`div`,{class:`field`,children:[v(`label`,{for:l,children:e}),o?v(`textarea`,{rows:4,...f}):v(`input`,{...p}),d&&v(`p`,{id:`${l}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:d})]})}function vr({title:e,subtitle:t,back:n,children:r}){let i=T(null),a=C.backButton,o=Se(ue);return w(()=>{n&&i.current?.focus({preventScroll:!0})},[]),w(()=>{if(n&&a&&o)return a.show(()=>c(n)),()=>a.hide()},[a,o,n&&xe(n)]),v(`header`,{class:`header`,children:[n&&!a&&v(`a`,{class:`back`,href:xe(n),children:[v(S,{name:`back`}),v(`span`,{children:x(`action.back`)})]}),v(`div`,{class:`header-line`,children:[v(`h1`,{ref:i,tabIndex:-1,children:e}),r]}),t!==void 0&&v(`p`,{class:`subtitle`,children:t})]})}function yr({title:e,note:t,children:n}){let r=ee();return v(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&v(`h2`,{id:r,class:`section-title`,children:e}),v(`div`,{class:`card`,children:n}),t&&v(`div`,{class:`section-note`,children:t})]})}var br=g(`untried`),xr=`loggedOut`;async function Sr(){C.initData!==``&&se(xr)===null&&await Cr()}async function Cr(){br.value=`running`;try{let{loginTelegram:e}=await Wn(Dn,{initData:C.initData});br.value=wr(e)?`untried`:Dr(e)}catch(e){if(!(e instanceof h))throw e;br.value={problem:we(e)}}}function wr(e){let t=e.success?be(e):null;return t?(he(xr),re(t),Bn(),!0):!1}async function Tr(){if(C.initData!==``)try{await Wn(On,{initData:C.initData}),p(Ee(`login.linked`))}catch(e){if(!(e instanceof h))throw e;p(e.code===`CONFLICT`?Ee(`login.linkedToOther`):Ee(`login.notLinked`),{kind:`failed`})}}function Er(){de(xr,`yes`)}function Dr({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:Ee(`login.telegram.expired`)}}var $=_`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`,Or=_`
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
`,kr=_`
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
`,Ar=_`
  query Myself {
    me {
      ...MemberFields
    }
  }
  ${$}
`,jr=_`
  query Staff {
    staff {
      ...MemberFields
    }
  }
  ${$}
`,Mr=_`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Nr=_`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Pr=_`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Fr=_`
  query Invites {
    invites {
      ...InviteFields
    }
  }
  ${Or}
`,Ir=_`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
  ${Or}
`,Lr=_`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`,Rr=_`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
  ${kr}
`,zr=_`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
  ${kr}
`,Br=_`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
  ${kr}
`;function Vr(e){w(()=>{if(e)return n.value=()=>C.confirm({title:x(`unsaved.question`),text:x(`unsaved.text`),yes:x(`unsaved.leave`),no:x(`unsaved.stay`)}),C.confirmClosing(!0),()=>{n.value=null,C.confirmClosing(!1)}},[e])}async function Hr(e,t=we){try{let t=await e();return C.haptic(`success`),p(t),!0}catch(e){if(!(e instanceof h))throw e;return C.haptic(`error`),p(t(e),{kind:`failed`}),!1}}function Ur({label:e,options:n,chosen:r,text:i,onChoose:a,look:o}){let s=ee(),[,c]=t({});return v(`div`,{class:o,role:`radiogroup`,"aria-label":e,children:n.map(e=>v(`label`,{class:`option option-${e}`,children:[v(`input`,{class:`visually-hidden`,type:`radio`,name:s,value:e,checked:e===r,onChange:()=>{a(e),c({})}}),v(`span`,{children:i(e)})]},e))})}function Wr({text:e,onClick:t,busy:n=!1}){let r=T(null),i=C.mainButton,a=Se(ue);return w(()=>{a&&i?.show({text:e,busy:n,enabled:!0,onClick:()=>r.current?.click()})}),w(()=>{if(a)return()=>i?.hide()},[i,a]),v(`div`,{class:i?`visually-hidden`:`main-button`,children:v(`button`,{ref:r,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:i?-1:0,"aria-hidden":i?!0:void 0,children:e})})}function Gr({draft:e}){return e.restored?v(`p`,{class:`narrowed`,role:`status`,children:[x(`draft.restored`),v(`button`,{type:`button`,class:`plain-button`,onClick:e.discard,children:x(`draft.discard`)})]}):null}function Kr(e,n){let r=`draft.${ye()}.${e}`,[{content:i,restored:a,attempt:o},s]=t(()=>{let e=Yr(r);return{content:{...n,...e?.content},restored:e!==null,attempt:e?.attempt??qr()}});return Vr(!Jr(i,n)),w(()=>()=>he(r),[r]),{content:i,restored:a,attempt:o,change(e){let t={...i,...e},o=qr();Jr(t,n)?he(r):de(r,JSON.stringify({content:t,attempt:o})),s({content:t,restored:a,attempt:o})},discard(){he(r),s({content:n,restored:!1,attempt:qr()})}}}function qr(){return`${Date.now()}.${Math.random()}`}function Jr(e,t){return Object.keys(t).every(n=>e[n]===t[n])}function Yr(e){try{return JSON.parse(se(e)??`null`)}catch{return null}}function Xr(e){let t=T(null);return t.current=e??t.current,t.current}function Zr(e,n,r){let i=JSON.stringify(n),a=Q.value,[o,s]=t([]),c=T({read:()=>{},stop:()=>{}});Te(()=>{let t=[],i=(i,o)=>{t[i]?.();let c=e=>s(t=>{let n=[...t];return n[i]={connection:null,problem:null,...t[i],loading:!1,...e},n});c({loading:!0}),t[i]=a.query(e,{...n,first:o===null?pe.first:pe.next,after:o},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>c({...e&&{connection:r(e)},problem:t?y(t):null,loading:n})).unsubscribe};return c.current={read:i,stop:()=>t.forEach(e=>e())},s([]),i(0,null),()=>c.current.stop()},[a,e,i]);let l=()=>{let e=null;o.forEach(({connection:t},n)=>{c.current.read(n,e),e=t?.pageInfo.endCursor??null})};Qr(l);let u=d(()=>o[0]?.connection?$r(o.flatMap(({connection:e})=>e?.nodes??[])):null,o.map(({connection:e})=>e)),f=o.at(-1),p=f?.connection?.pageInfo;return{rows:u,hasMore:p?.hasNextPage??!1,loadMore:()=>{f&&!f.loading&&p?.hasNextPage&&c.current.read(o.length,p.endCursor)},problem:o.find(({problem:e})=>e)?.problem??null,loading:o.length===0||o.some(({loading:e})=>e),reload:l}}function Qr(e){let t=T(e);t.current=e,w(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function $r(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function ei(e){return e.name||e.phone||x(`customer.nameless`)}function ti({customer:t}){let n=le.value,r=`id`in n&&n.screen.startsWith(`customer`)&&n.id===t.id;return v(`li`,{class:`customer-row`,"data-current":r,children:v(`a`,{id:`customer-${t.id}`,class:`row-link`,href:xe(e(t.id)),"aria-current":r?`page`:void 0,children:[v(ni,{customer:t}),v(S,{name:`next`})]})})}function ni({customer:e}){return v(r,{children:[v(ai,{customer:e}),v(`span`,{class:`row-text`,children:[v(`span`,{class:`row-title`,children:ei(e)}),v(`span`,{class:`row-facts`,children:[e.name?e.phone??``:x(`customer.nameless`),e.telegramId!==null&&v(ri,{customer:e})]})]})]})}function ri({customer:e}){let t=i(e)===`blocked`,n=x(t?`customer.hasBlocked`:`customer.inTelegram`);return v(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:v(S,{name:t?`warning`:`telegram`})})}var ii=7;function ai({customer:e}){let t=(e.name??``).match(/\p{L}/u)?oi(e.name):``;return v(`span`,{class:`avatar avatar-${Number(e.id)%ii}`,"aria-hidden":`true`,children:t||v(S,{name:`person`})})}function oi(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function si({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=T(null);return v(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[v(S,{name:`search`}),v(`input`,{ref:a,type:t,value:n,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&v(`button`,{type:`button`,"aria-label":x(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:v(S,{name:`close`})})]})}function ci({text:e,count:t,on:n,onToggle:r,look:i}){return v(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?v(`span`,{class:`chip-count`,children:_e(l.value,t)}):null]})}function li({onMore:e}){let t=T(null),n=T(e);return n.current=e,w(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),v(`div`,{class:`list-more`,children:v(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:x(`list.more`)})})}async function ui(e,t){let{id:n,status:r}=e;C.haptic(`selection`);try{await Wn(He,{taskData:{id:n,status:t}},{fetch:fi(n)}),p(x(`task.changed`,{id:n,status:x(`status.${t}`)}),{action:{text:x(`action.undo`),run:()=>void ui({id:n,status:t},r)}})}catch(e){if(!(e instanceof h))throw e;C.haptic(`error`),p(x(`task.notChanged`,{id:n,status:x(`status.${r}`),reason:we(e)}),{kind:`failed`})}}var di=new Map;function fi(e){return(t,n)=>{let r=()=>te(t,{...n,keepalive:!0}),i=di.get(e)?.then(r,r)??r(),a=()=>{di.get(e)===i&&di.delete(e)};return di.set(e,i),i.then(a,a),i}}function pi({task:e,day:t}){let{id:n,customer:r,status:i}=e,a=e.category??`OTHER`,o=le.value,c=`id`in o&&o.screen.startsWith(`task`)&&o.id===n,l=x(`task.title`,{id:n}),u=r?ei(r):x(`task.withoutCustomer`),d=t===void 0&&r?.name?r.phone:null,f=[t??`№ ${n}`,d??x(`category.${a}`)];return v(`li`,{class:`task-row`,"data-current":c,children:[v(`span`,{class:`tile tile-${a}`,title:x(`category.${a}`),children:[v(S,{name:a}),v(`span`,{class:`visually-hidden`,children:x(`category.${a}`)})]}),v(`a`,{id:`task-${n}`,class:`row-title whole-row`,href:xe(s(n)),"aria-label":t===void 0?`${l}, ${u}`:void 0,"aria-current":c?`page`:void 0,children:t===void 0?u:l}),i&&v(hi,{status:i}),e.description&&v(`span`,{class:`task-description`,children:e.description}),v(`span`,{class:`task-facts quiet`,children:[v(`span`,{class:`fact`,children:[f[0],` ·`]}),` `,v(`span`,{class:`fact`,children:f[1]})]}),i&&v(mi,{id:n,status:i})]})}function mi({id:e,status:t}){let n=a(t);return n===null?null:v(`button`,{type:`button`,class:`next-button`,"aria-label":x(`tasks.advance`,{id:e,action:x(`next.${n}`)}),onClick:()=>void ui({id:e,status:t},n),children:[x(`next.${n}`),v(S,{name:`next`})]})}function hi({status:e}){return v(`span`,{class:`pill pill-${e}`,children:x(`status.${e}`)})}var gi=ie(async()=>(await ne(async()=>{let{ExportDialog:e}=await import(`./export-dialog-eCi7BrTE.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function _i(e){let[n,i]=t(!1),a=x(`action.export`);return v(r,{children:[v(`button`,{type:`button`,class:`round-button`,"aria-label":a,title:a,onClick:()=>i(!0),children:v(S,{name:`download`})}),n&&v(gi,{...e,onClose:()=>i(!1)})]})}function vi(e,n){let[r,i]=t({list:n,ids:[]}),a=e=>e.list===n?e.ids:[];return{count:a(r).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>i(t=>({list:n,ids:[...a(t),e]})),drop:e=>i(t=>({list:n,ids:a(t).filter(t=>t!==e)}))}}function yi({count:e,onShow:t}){return e===0?null:v(`div`,{class:`new-rows`,role:`status`,children:v(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:x(`list.arrived`,{count:e})})})}export{Xn as $,Pr as A,_r as B,Ir as C,Ar as D,Fr as E,Tr as F,sr as G,hr as H,Er as I,fr as J,dr as K,br as L,wr as M,Sr as N,Br as O,Cr as P,Zn as Q,yr as R,zr as S,Pe as St,Nr as T,mr as U,gr as V,pr as W,ar as X,ur as Y,qn as Z,Wr as _,je as _t,ui as a,Tn as at,Vr as b,Fe as bt,si as c,Re as ct,ti as d,ze as dt,Bn as et,ei as f,Le as ft,Gr as g,Ae as gt,Kr as h,Ne as ht,pi as i,jn as it,jr as j,Lr as k,ai as l,Ge as lt,Xr as m,Ve as mt,vi as n,Gn as nt,li as o,kn as ot,Zr as p,Ue as pt,cr as q,_i as r,En as rt,ci as s,Be as st,yi as t,Wn as tt,ni as u,We as ut,Ur as v,Me as vt,Mr as w,Rr as x,Ie as xt,Hr as y,ke as yt,vr as z};