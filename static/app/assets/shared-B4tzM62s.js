//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-CwmxGnCv.js","assets/index-BiZMn4iU.js","assets/index-D3DbpPyf.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,C as n,Ct as r,D as i,E as a,J as o,P as s,S as c,St as l,Tt as u,W as d,X as f,Y as p,Z as m,_t as h,a as g,at as ee,b as te,bt as _,c as ne,d as re,dt as ie,ft as v,g as y,gt as ae,ht as oe,i as se,it as b,j as ce,l as x,lt as le,mt as ue,nt as de,o as fe,ot as pe,pt as me,q as he,r as S,rt as C,s as ge,st as w,tt as _e,u as ve,ut as ye,v as be,vt as xe,wt as Se,xt as Ce,y as T,yt as we}from"./index-BiZMn4iU.js";import{n as E}from"./texts-B8rrI-JY.js";var Te=Object.defineProperty,Ee=(e,t)=>{let n={};for(var r in e)Te(n,r,{get:e[r],enumerable:!0});return t||Te(n,Symbol.toStringTag,{value:`Module`}),n},D=g`
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
  ${S}
`,De=g`
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
  ${S}
`,Oe=g`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`,ke=g`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
  ${D}
`,Ae=g`
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
  ${S}
`,je=g`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Me=g`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Ne=g`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`,Pe=g`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Fe=g`
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
`,Ie=g`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
  ${Fe}
`,Le=g`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
  ${S}
`,Re=g`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`,ze=g`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
  ${se}
`,Be=g`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
  ${Fe}
`,Ve=g`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`,He=g`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
  ${Fe}
`,Ue=g`
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
`,We=g`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`,Ge=g`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
  ${Fe}
`,Ke=g`
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
`,qe=g`
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
`,Je={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},Ye=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},O,k;function A(e){return new Ye(`Syntax Error: Unexpected token at ${k} in ${e}`)}function Xe(e){if(e.lastIndex=k,e.test(O))return O.slice(k,k=e.lastIndex)}var Ze=/ +(?=[^\s])/y;function Qe(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)Ze.lastIndex=0,Ze.test(t[o])&&(o&&(!r||Ze.lastIndex<r)&&(r=Ze.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function j(){for(var e=0|O.charCodeAt(k++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|O.charCodeAt(k++))if(e===35)for(;(e=0|O.charCodeAt(k++))&&e!==10&&e!==13;);k--}function $e(){for(var e=k,t=0|O.charCodeAt(k++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|O.charCodeAt(k++));if(e===k-1)throw A(`Name`);var n=O.slice(e,--k);return j(),n}function M(){return{kind:`Name`,value:$e()}}var et=/(?:"""|(?:[\s\S]*?[^\\])""")/y,tt=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function N(e){var t;switch(O.charCodeAt(k)){case 91:k++,j();for(var n=[];O.charCodeAt(k)!==93;)n.push(N(e));return k++,j(),{kind:`ListValue`,values:n};case 123:k++,j();for(var r=[];O.charCodeAt(k)!==125;){var i=M();if(O.charCodeAt(k++)!==58)throw A(`ObjectField`);j(),r.push({kind:`ObjectField`,name:i,value:N(e)})}return k++,j(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw A(`Variable`);return k++,{kind:`Variable`,name:M()};case 34:if(O.charCodeAt(k+1)===34&&O.charCodeAt(k+2)===34){if(k+=3,(t=Xe(et))==null)throw A(`StringValue`);return j(),{kind:`StringValue`,value:Qe(t.slice(0,-3)),block:!0}}var a=k,o;k++;var s=!1;for(o=0|O.charCodeAt(k++);o===92&&(k++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|O.charCodeAt(k++));if(o!==34)throw A(`StringValue`);return t=O.slice(a,k),j(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=k++,l;(l=0|O.charCodeAt(k++))>=48&&l<=57;);var u=O.slice(c,--k);if((l=O.charCodeAt(k))===46||l===69||l===101){if((t=Xe(tt))==null)throw A(`FloatValue`);return j(),{kind:`FloatValue`,value:u+t}}return j(),{kind:`IntValue`,value:u};case 110:if(O.charCodeAt(k+1)===117&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===108)return k+=4,j(),{kind:`NullValue`};break;case 116:if(O.charCodeAt(k+1)===114&&O.charCodeAt(k+2)===117&&O.charCodeAt(k+3)===101)return k+=4,j(),{kind:`BooleanValue`,value:!0};break;case 102:if(O.charCodeAt(k+1)===97&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===115&&O.charCodeAt(k+4)===101)return k+=5,j(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:$e()}}function nt(e){if(O.charCodeAt(k)===40){var t=[];k++,j();do{var n=M();if(O.charCodeAt(k++)!==58)throw A(`Argument`);j(),t.push({kind:`Argument`,name:n,value:N(e)})}while(O.charCodeAt(k)!==41);return k++,j(),t}}function P(e){if(O.charCodeAt(k)===64){var t=[];do k++,t.push({kind:`Directive`,name:M(),arguments:nt(e)});while(O.charCodeAt(k)===64);return t}}function rt(){for(var e=0;O.charCodeAt(k)===91;)e++,k++,j();var t={kind:`NamedType`,name:M()};do if(O.charCodeAt(k)===33&&(k++,j(),t={kind:`NonNullType`,type:t}),e){if(O.charCodeAt(k++)!==93)throw A(`NamedType`);j(),t={kind:`ListType`,type:t}}while(e--);return t}function F(){if(O.charCodeAt(k++)!==123)throw A(`SelectionSet`);return j(),it()}function it(){var e=[];do if(O.charCodeAt(k)===46){if(O.charCodeAt(++k)!==46||O.charCodeAt(++k)!==46)throw A(`SelectionSet`);switch(k++,j(),O.charCodeAt(k)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:P(!1),selectionSet:F()});break;case 111:O.charCodeAt(k+1)===110?(k+=2,j(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:M()},directives:P(!1),selectionSet:F()})):e.push({kind:`FragmentSpread`,name:M(),directives:P(!1)});break;case 123:k++,j(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:it()});break;default:e.push({kind:`FragmentSpread`,name:M(),directives:P(!1)})}}else{var t=M(),n=void 0;O.charCodeAt(k)===58&&(k++,j(),n=t,t=M());var r=nt(!1),i=P(!1),a=void 0;O.charCodeAt(k)===123&&(k++,j(),a=it()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(O.charCodeAt(k)!==125);return k++,j(),{kind:`SelectionSet`,selections:e}}function at(){if(j(),O.charCodeAt(k)===40){var e=[];k++,j();do{var t=void 0;if(O.charCodeAt(k)===34&&(t=N(!0)),O.charCodeAt(k++)!==36)throw A(`Variable`);var n=M();if(O.charCodeAt(k++)!==58)throw A(`VariableDefinition`);j();var r=rt(),i=void 0;O.charCodeAt(k)===61&&(k++,j(),i=N(!0)),j();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:P(!0)};t&&(a.description=t),e.push(a)}while(O.charCodeAt(k)!==41);return k++,j(),e}}function ot(e){var t=M();if(O.charCodeAt(k++)!==111||O.charCodeAt(k++)!==110)throw A(`FragmentDefinition`);j();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:M()},directives:P(!1),selectionSet:F()};return e&&(n.description=e),n}function st(){var e=[];do{var t=void 0;if(O.charCodeAt(k)===34&&(t=N(!0)),O.charCodeAt(k)===123){if(t)throw A(`Document`);k++,j(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:it()})}else{var n=$e();switch(n){case`fragment`:e.push(ot(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=O.charCodeAt(k))!==40&&r!==64&&r!==123&&(i=M());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:at(),directives:P(!1),selectionSet:F()};t&&(a.description=t),e.push(a);break;default:throw A(`Document`)}}}while(k<O.length);return e}function ct(e,t){return O=e.body?e.body:e,k=0,j(),t&&t.noLocation?{kind:`Document`,definitions:st()}:{kind:`Document`,definitions:st(),loc:{start:0,end:O.length,startToken:void 0,endToken:void 0,source:{body:O,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function I(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function lt(e){return JSON.stringify(e)}function ut(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var L=`
`,R={OperationDefinition(e){var t=``;e.description&&(t+=R.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+I(e.variableDefinitions,`, `,R.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive));var n=R.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+` `),t+=R.Variable(e.variable)+`: `+z(e.type),e.defaultValue&&(t+=` = `+z(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=I(e.arguments,`, `,R.Argument);t.length+n.length+2>80?t+=`(`+(L+=`  `)+I(e.arguments,L,R.Argument)+(L=L.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+R.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?ut(e.value).replace(/\n/g,L):lt(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+I(e.values,`, `,z)+`]`,ObjectValue:e=>`{`+I(e.fields,`, `,R.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+z(e.value),Document(e){return!e.definitions||!e.definitions.length?``:I(e.definitions,`

`,z)},SelectionSet:e=>`{`+(L+=`  `)+I(e.selections,L,z)+(L=L.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+z(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+=` `+R.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+` `+R.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+I(e.arguments,`, `,R.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+z(e.type)+`]`,NonNullType:e=>z(e.type)+`!`},z=e=>R[e.kind](e);function dt(e){return L=`
`,R[e.kind]?R[e.kind](e):``}var ft=()=>{},B=ft;function V(e){return{tag:0,0:e}}function H(e){return{tag:1,0:e}}var pt=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,mt=e=>e;function U(e){return t=>n=>{var r=B;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function W(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(H(e(t[0])))}))}function ht(e){return t=>n=>{var r=[],i=B,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=B;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(V((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function gt(e){return ht(mt)(e)}function G(e){return gt(Dt(e))}function _t(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(V((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function vt(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(V((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function yt(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function K(e){var t=[],n=B,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(V((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function bt(e){return t=>n=>{var r=B,i=B,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=B),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(V((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function xt(e){return t=>n=>{var r=B,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(V((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function St(e){return t=>n=>{var r=B,i=B,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(V((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function Ct(e,t){return n=>r=>{var i=B,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function wt(e){return t=>e()(t)}function Tt(e){return t=>{var n=e[pt()]&&e[pt()]()||e,r=!1,i=!1,a=!1,o;t(V((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function Et(e){return e[pt()]?Tt(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(V((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Dt=Et;function Ot(e){return t=>{var n=!1;t(V((r=>{r===1?n=!0:n||(n=!0,t(H(e)),t(0))})))}}function kt(e){return t=>{var n=!1,r=e({next(e){n||t(H(e))},complete(){n||(n=!0,t(0))}});t(V((e=>{e===1&&!n&&(n=!0,r())})))}}function At(){var e,t;return{source:K(kt((n=>(e=n.next,t=n.complete,ft)))),next(t){e&&e(t)},complete(){t&&t()}}}function jt(e){return t=>{var n=B,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Mt(e){jt((e=>{}))(e)}function Nt(e){return new Promise((t=>{var n=B,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Pt=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},Ft=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new Ye(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new Ye(e),It=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Ft),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},Lt=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},q=new Set,Rt=new WeakMap,J=(e,t)=>{if(e===null||q.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return J(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=J(e[r],t)||`null`;return n+=`]`}if(!t&&(Vt!==Y&&e instanceof Vt||Ht!==Y&&e instanceof Ht))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=Rt.get(e)||Math.random().toString(36).slice(2);return Rt.set(e,o),J({__key:o},t)}q.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=J(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=J(a[c],t)+`:`+u)}return q.delete(e),s+=`}`},zt=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||q.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)zt(e,`${t}.${r}`,n[r]);else if(n instanceof Vt||n instanceof Ht)e.set(t,n);else for(var a in q.add(n),n)zt(e,`${t}.${a}`,n[a])}},Bt=(e,t)=>(q.clear(),J(e,t||!1)),Y=class{},Vt=typeof File<`u`?File:Y,Ht=typeof Blob<`u`?Blob:Y,Ut=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Wt=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,Gt=(e,t)=>t%2==0?e.replace(Wt,`
`):e,Kt=e=>e.split(Ut).map(Gt).join(``).trim(),qt=new Map,Jt=new Map,Yt=e=>{var t;return typeof e==`string`?t=Kt(e):e.loc&&Jt.get(e.__key)===e?t=e.loc.source.body:(t=qt.get(e)||Kt(dt(e)),qt.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},Xt=e=>{var t;if(e.documentId)t=Lt(e.documentId);else if(t=Lt(Yt(e)),e.definitions){var n=$t(e);n&&(t=Lt(`\n# ${n}`,t))}return t},Zt=e=>{var t,n;return typeof e==`string`?(t=Xt(e),n=Jt.get(t)||ct(e,{noLocation:!0})):(t=e.__key||Xt(e),n=Jt.get(t)||e),n.loc||Yt(n),n.__key=t,Jt.set(t,n),n},Qt=(e,t,n)=>{var r=t||{},i=Zt(e),a=Bt(r,!0),o=i.__key;return a!==`{}`&&(o=Lt(a,o)),{key:o,query:i,variables:r,extensions:n}},$t=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===Je.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},en=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new It({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},tn=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=tn(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=tn(e[i],t[i]);return e}}return t},nn=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=tn(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=tn(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new It({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},rn=(e,t,n)=>({operation:e,data:void 0,error:new It({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function an(e){var t={query:void 0,documentId:void 0,operationName:$t(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=Yt(e.query)),t}var on=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=sn(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Bt(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},sn=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},cn=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Bt(t),r=(e=>{var t=new Map;return(Vt!==Y||Ht!==Y)&&(q.clear(),zt(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Bt({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},ln=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=cn(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},un=/boundary="?([^=";]+)"?/i,dn=/data: ?([^\n]+)/;async function*fn(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*pn(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*mn(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(un),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of pn(fn(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of pn(fn(e),`

`)){var r=n.match(dn);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?nn(i,l,a,c):en(e,l,a),r=!1,yield i,r=!0;i||(yield i=en(e,{},a))}catch(t){if(!r)throw t;yield rn(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function hn(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),_t((()=>{r&&r.abort()}))(U((e=>!!e))(Tt(mn(e,t,n))))}function gn(e){var t=t=>e(t);return t.toPromise=()=>Nt(xt(1)(U((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>jt(e)(t),t}function X(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var _n=()=>{},vn=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>G([ht((n=>{var{key:i}=n;return St(U((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(an(t),t);return kt((e=>{var i=!1,a,o;function s(n){e.next(o=o?nn(o,n):en(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(rn(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(X(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(U((e=>e.kind!==`teardown`&&a(e)))(t)),i(U((e=>e.kind===`teardown`||!a(e)))(t))])},yn=({forward:e,dispatchDebug:t})=>t=>G([ht((e=>{var n=an(e),r=on(e,n),i=ln(e,n);return St(U((t=>t.kind===`teardown`&&t.key===e.key))(t))(hn(e,r,i))}))(U((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(U((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),bn=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return K(e(K(t)))},dispatchDebug(e){}})),n),xn=({dispatchDebug:e})=>e=>U((e=>!1))(e),Sn=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=At();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=St(U((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(U((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?bt((t=>{var n=Ot(t);return t.stale||t.hasNext?n:G([n,W((()=>(t.stale=!0,t)))(xt(1)(U((t=>t.key===e.key))(c.source)))])}))(t):Ct((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?yt((()=>{l(e)}))(t):_t((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(X(`teardown`,e,e.context))}))(vt((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),K(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},X(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?gn(f(e)):gn(wt((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=yt((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?bt(Ot)(G([t,U((t=>t===r.get(e.key)))(Ot(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return jt((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(Qt(e,t),n),subscription:(e,t,n)=>m.executeSubscription(Qt(e,t),n),mutation:(e,t,n)=>m.executeMutation(Qt(e,t),n)}),h=_n,g=K(bn(t.exchanges)({client:m,dispatchDebug:h,forward:xn({dispatchDebug:h})})(c.source));return Mt(g),m},Cn=(e,t)=>X(e.kind,e,{...e.context,authAttempt:t});function wn(e){return({client:t,forward:n})=>{var r=new Set,i=At(),a=At(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(rn(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,Qt(e,n),a);return Nt(xt(1)(U((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(yt((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return X(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,Cn(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(U(Boolean)(W((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,Cn(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(Cn(e,!1))))(G([i.source,d]))));return G([a.source,U((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var Tn=g`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`,En=g`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      success
      errors
      token
      refreshToken
    }
  }
`,Dn=g`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      success
      errors
      token
      refreshToken
    }
  }
`,On=g`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,kn=g`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
    }
  }
`,An=g`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      success
      errors
      token
      refreshToken
    }
  }
`,jn=g`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`,Mn=class{known=new Map;guesses=new Map;learn(e,t){Nn(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))In(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;Nn(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return Fn(t)?this.mergeObject(Fn(e)&&Pn(e)===Pn(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(Pn(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!In(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Nn(e,t){if(Array.isArray(e))return e.forEach(e=>Nn(e,t));if(!Fn(e))return;let n=Pn(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Nn(e,t))}function Pn({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function Fn(e){return typeof e==`object`&&!!e}function In(e){return Fn(e)&&`nodes`in e}var Ln=({client:e,forward:t})=>{let n=new Mn,r=new Map,i=new Map,a=new Set,o=At(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(X(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Rn(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?X(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),zn(e)&&i.forEach(d),f}return e=>{let n=Pt(e,vt(p),K);return G([Pt(n,U(f),W(m)),Pt(n,U(e=>!f(e)),W(h),t,W(g)),o.source])}};function Rn({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function zn({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|delete|merge|revoke|test|resend|updateCustomer)/.test(r)}var Z=ae(Vn());function Bn(){Z.value=Vn()}function Vn(e=ge){return new Sn({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Ln,wn(async e=>({addAuthToOperation:t=>w.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${w.value.token}`}),didAuthError:e=>w.value!==null&&T(e).code===`UNAUTHENTICATED`,refreshAuth:()=>Gn(()=>Hn(e))})),yn,vn({forwardSubscription:nr})]})}async function Hn({mutate:e}){let t=w.value,n=ie();if(t===null)return;if(n!==null&&n.token!==t.token){w.value=n;return}let{data:r,error:i}=await e(An,{refreshToken:t.refreshToken}),a=r?.refreshToken&&le(r.refreshToken);if(a)return ye(a);if(i&&T(i).code!==`UNAUTHENTICATED`)return;let o=await Un({mutate:e});o&&pe(o)===pe(t)?ye(o):ee(`refused`)}async function Un({mutate:e}){if(x.initData===``)return null;let{data:t}=await e(Dn,{initData:x.initData});return t?le(t.loginTelegram):null}async function Wn(e,t,n){let{data:r,error:i}=await Z.value.mutation(e,t,n).toPromise();if(i)throw T(i);if(r===void 0)throw new y(`INTERNAL`,`an answer without data`);return r}function Gn(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var Kn=Ee({followChanges:()=>Qn}),qn=new Set,Jn=new Set;function Yn(e){Zn(qn,e)}function Xn(e){Zn(Jn,e)}function Zn(e,t){let n=_(t);n.current=t,h(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function Qn(){oe(()=>{if(w.value===null)return;let e=Z.value,t=e.subscription(Ge,{}).subscribe(({data:e})=>{e?.taskChanged&&qn.forEach(t=>t(e.taskChanged))}),n=e.subscription(Ke,{}).subscribe(({data:e})=>{e?.customerChanged&&Jn.forEach(t=>t(e.customerChanged))}),r=e.subscription(qe,{}).subscribe(()=>{});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe()}})}var $n=5e4,er=null;function tr(){return er??=ve(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:()=>({Authorization:`Bearer ${w.value?.token}`}),retryAttempts:1/0,shouldRetry:()=>w.value!==null});t.on(`connected`,e=>{te().then(()=>e.send(JSON.stringify({type:`ping`})))}),t.on(`pong`,e=>e&&dispatchEvent(new Event(`online`)));let n,r=()=>{clearTimeout(n),n=setTimeout(()=>t.terminate(),$n)};return t.on(`opened`,r),t.on(`message`,r),t.on(`closed`,()=>clearTimeout(n)),t}),er}function nr(e){return{subscribe(t){let n=!1,r=()=>{};return tr().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}function rr(e,t=new Date){return ir(e,t)?.slice(0,10)??_e(`sv-SE`,{timeZone:e}).format(t)}function ir(e,t){let{clock:n,timezone:r}=he.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function ar(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function or(e,t){return rr(t,new Date(e))}function sr(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function cr(e,t,n){return _e(n,{timeZone:t,...sr(n)}).format(new Date(e))}function lr(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in p.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=p[n];return f(n,l,{day:String(Number(a)),month:String(c),year:r})}function ur(e,t,n,r=new Date){let i=new Date(e),a=rr(t,i).slice(0,4)===rr(t,r).slice(0,4);return _e(n,{timeZone:t,day:`numeric`,month:`long`,...sr(n),...a?{}:{year:`numeric`}}).format(i)}function dr(e){let[t,n]=l(!1),[r,i]=l(null),a=_(!1);async function o(){if(!a.current){a.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof y))throw e;x.haptic(`error`),i(e)}finally{a.current=!1,n(!1)}}}return{busy:t,problem:r,submit:o}}function fr({title:t,onClose:n,children:r}){let i=_(null),a=we();return h(()=>i.current?.showModal(),[]),b(`dialog`,{ref:i,class:`confirm panel`,"aria-labelledby":a,onClose:n,onClick:e=>{e.target===i.current&&i.current?.close()},children:[b(`div`,{class:`panel-head`,children:[b(`h2`,{id:a,children:t}),b(`button`,{type:`button`,class:`round-button`,"aria-label":e(`action.close`),onClick:()=>i.current?.close(),children:b(C,{name:`close`})})]}),r]})}function pr({text:e}){return e?b(`p`,{class:`form-error`,role:`alert`,children:e}):null}function mr(e,t,{keep:n=!1}={}){let[r,i]=l({data:null,problem:null,loading:!0}),[a,o]=l(0),s=Ce(()=>o(e=>e+1),[]),c=JSON.stringify(t),u=_(c),d=Z.value;return h(()=>{let r=u.current===c||n;u.current=c,i(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:a}=d.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{i(r=>({data:e??(t?r.data:null),problem:t?T(t):null,loading:n}))});return a},[d,e,c,a]),h(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&s()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,s),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,s)}},[s]),{...r,reload:s}}function hr({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let l=we(),u=_(null);h(()=>{s&&u.current?.focus()},[]);let d=i??r,f={id:l,ref:u,value:t,"aria-invalid":i!==void 0,"aria-describedby":d?`${l}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},p={type:a,...f};return b(`div`,{class:`field`,children:[b(`label`,{for:l,children:e}),o?b(`textarea`,{rows:4,...f}):b(`input`,{...p}),d&&b(`p`,{id:`${l}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:d})]})}function gr({title:t,subtitle:a,back:o,children:s}){let c=_(null),l=x.backButton,u=r(ne);return h(()=>{o&&c.current?.focus({preventScroll:!0})},[]),h(()=>{if(o&&l&&u)return l.show(()=>i(o)),()=>l.hide()},[l,u,o&&n(o)]),b(`header`,{class:`header`,children:[o&&!l&&b(`a`,{class:`back`,href:n(o),children:[b(C,{name:`back`}),b(`span`,{children:e(`action.back`)})]}),b(`div`,{class:`header-line`,children:[b(`h1`,{ref:c,tabIndex:-1,children:t}),s]}),a!==void 0&&b(`p`,{class:`subtitle`,children:a})]})}function _r({title:e,note:t,children:n}){let r=we();return b(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&b(`h2`,{id:r,class:`section-title`,children:e}),b(`div`,{class:`card`,children:n}),t&&b(`div`,{class:`section-note`,children:t})]})}var vr=ae(`untried`),yr=`loggedOut`;async function br(){x.initData!==``&&ue(yr)===null&&await xr()}async function xr(){vr.value=`running`;try{let{loginTelegram:e}=await Wn(Dn,{initData:x.initData});vr.value=Sr(e)?`untried`:Tr(e)}catch(e){if(!(e instanceof y))throw e;vr.value={problem:be(e)}}}function Sr(e){let t=e.success?le(e):null;return t?(v(yr),ye(t),Bn(),!0):!1}async function Cr(){if(x.initData!==``)try{await Wn(On,{initData:x.initData}),o(E(`login.linked`))}catch(e){if(!(e instanceof y))throw e;o(e.code===`CONFLICT`?E(`login.linkedToOther`):E(`login.notLinked`),{kind:`failed`})}}function wr(){me(yr,`yes`)}function Tr({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:E(`login.telegram.expired`)}}var Q=g`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`,Er=g`
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
`,Dr=g`
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
`,Or=g`
  query Myself {
    me {
      ...MemberFields
    }
  }
  ${Q}
`,kr=g`
  query Staff {
    staff {
      ...MemberFields
    }
  }
  ${Q}
`,Ar=g`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${Q}
`,jr=g`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${Q}
`,Mr=g`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
  ${Q}
`,Nr=g`
  query Invites {
    invites {
      ...InviteFields
    }
  }
  ${Er}
`,Pr=g`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
  ${Er}
`,Fr=g`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`,Ir=g`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
  ${Dr}
`,Lr=g`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
  ${Dr}
`,Rr=g`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
  ${Dr}
`;function zr(t){h(()=>{if(t)return a.value=()=>x.confirm({title:e(`unsaved.question`),text:e(`unsaved.text`),yes:e(`unsaved.leave`),no:e(`unsaved.stay`)}),x.confirmClosing(!0),()=>{a.value=null,x.confirmClosing(!1)}},[t])}async function Br(e,t=be){try{let t=await e();return x.haptic(`success`),o(t),!0}catch(e){if(!(e instanceof y))throw e;return x.haptic(`error`),o(t(e),{kind:`failed`}),!1}}function Vr({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=we(),[,s]=l({});return b(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>b(`label`,{class:`option option-${e}`,children:[b(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),b(`span`,{children:r(e)})]},e))})}function Hr({text:e,onClick:t,busy:n=!1}){let i=_(null),a=x.mainButton,o=r(ne);return h(()=>{o&&a?.show({text:e,busy:n,enabled:!0,onClick:()=>i.current?.click()})}),h(()=>{if(o)return()=>a?.hide()},[a,o]),b(`div`,{class:a?`visually-hidden`:`main-button`,children:b(`button`,{ref:i,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:a?-1:0,"aria-hidden":a?!0:void 0,children:e})})}function Ur({draft:t}){return t.restored?b(`p`,{class:`narrowed`,role:`status`,children:[e(`draft.restored`),b(`button`,{type:`button`,class:`plain-button`,onClick:t.discard,children:e(`draft.discard`)})]}):null}function Wr(e,t){let n=`draft.${pe()}.${e}`,[{content:r,restored:i},a]=l(()=>{let e=Kr(n);return{content:{...t,...e},restored:e!==null}});return zr(!Gr(r,t)),h(()=>()=>v(n),[n]),{content:r,restored:i,change(e){let o={...r,...e};Gr(o,t)?v(n):me(n,JSON.stringify(o)),a({content:o,restored:i})},discard(){v(n),a({content:t,restored:!1})}}}function Gr(e,t){return Object.keys(t).every(n=>e[n]===t[n])}function Kr(e){try{return JSON.parse(ue(e)??`null`)}catch{return null}}function qr(e){let t=_(null);return t.current=e??t.current,t.current}function Jr(e,t,n){let r=JSON.stringify(t),i=Z.value,[a,o]=l([]),s=_({read:()=>{},stop:()=>{}});xe(()=>{let r=[],a=(a,s)=>{r[a]?.();let c=e=>o(t=>{let n=[...t];return n[a]={connection:null,problem:null,...t[a],loading:!1,...e},n});c({loading:!0}),r[a]=i.query(e,{...t,first:s===null?fe.first:fe.next,after:s},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?T(t):null,loading:r})).unsubscribe};return s.current={read:a,stop:()=>r.forEach(e=>e())},o([]),a(0,null),()=>s.current.stop()},[i,e,r]);let c=()=>{let e=null;a.forEach(({connection:t},n)=>{s.current.read(n,e),e=t?.pageInfo.endCursor??null})};Yr(c);let u=Se(()=>a[0]?.connection?Xr(a.flatMap(({connection:e})=>e?.nodes??[])):null,a.map(({connection:e})=>e)),d=a.at(-1),f=d?.connection?.pageInfo;return{rows:u,hasMore:f?.hasNextPage??!1,loadMore:()=>{d&&!d.loading&&f?.hasNextPage&&s.current.read(a.length,f.endCursor)},problem:a.find(({problem:e})=>e)?.problem??null,loading:a.length===0||a.some(({loading:e})=>e),reload:c}}function Yr(e){let t=_(e);t.current=e,h(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function Xr(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function Zr(t){return t.name||t.phone||e(`customer.nameless`)}function Qr({customer:e}){let r=t.value,i=`id`in r&&r.screen.startsWith(`customer`)&&r.id===e.id;return b(`li`,{class:`customer-row`,"data-current":i,children:b(`a`,{id:`customer-${e.id}`,class:`row-link`,href:n(c(e.id)),"aria-current":i?`page`:void 0,children:[b($r,{customer:e}),b(C,{name:`next`})]})})}function $r({customer:t}){return b(u,{children:[b(ni,{customer:t}),b(`span`,{class:`row-text`,children:[b(`span`,{class:`row-title`,children:Zr(t)}),b(`span`,{class:`row-facts`,children:[t.name?t.phone??``:e(`customer.nameless`),t.telegramId!==null&&b(ei,{customer:t})]})]})]})}function ei({customer:t}){let n=s(t)===`blocked`,r=e(n?`customer.hasBlocked`:`customer.inTelegram`);return b(`span`,{class:n?`has-blocked`:`in-telegram`,role:`img`,"aria-label":r,title:r,children:b(C,{name:n?`warning`:`telegram`})})}var ti=7;function ni({customer:e}){let t=(e.name??``).match(/\p{L}/u)?ri(e.name):``;return b(`span`,{class:`avatar avatar-${Number(e.id)%ti}`,"aria-hidden":`true`,children:t||b(C,{name:`person`})})}function ri(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function ii({label:t,type:n,value:r,onInput:i,onSubmit:a}){let o=_(null);return b(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),a?.(),o.current?.blur()},children:[b(C,{name:`search`}),b(`input`,{ref:o,type:n,value:r,"aria-label":t,placeholder:t,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>i(e.currentTarget.value)}),r!==``&&b(`button`,{type:`button`,"aria-label":e(`filter.clear`),onClick:()=>{i(``),o.current?.focus()},children:b(C,{name:`close`})})]})}function ai({text:e,count:t,on:n,onToggle:r,look:i}){return b(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?b(`span`,{class:`chip-count`,children:de(m.value,t)}):null]})}function oi({onMore:t}){let n=_(null),r=_(t);return r.current=t,h(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&r.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(n.current),()=>e.disconnect()}),b(`div`,{class:`list-more`,children:b(`button`,{ref:n,type:`button`,class:`plain-button`,onClick:t,children:e(`list.more`)})})}async function si(t,n){let{id:r,status:i}=t;x.haptic(`selection`);try{await Wn(Ve,{taskData:{id:r,status:n}},{fetch:ci(r)}),o(e(`task.changed`,{id:r,status:e(`status.${n}`)}),{action:{text:e(`action.undo`),run:()=>void si({id:r,status:n},i)}})}catch(t){if(!(t instanceof y))throw t;x.haptic(`error`),o(e(`task.notChanged`,{id:r,status:e(`status.${i}`),reason:be(t)}),{kind:`failed`})}}var $=new Map;function ci(e){return(t,n)=>{let r=()=>fetch(t,{...n,keepalive:!0}),i=$.get(e)?.then(r,r)??r(),a=()=>{$.get(e)===i&&$.delete(e)};return $.set(e,i),i.then(a,a),i}}function li({task:r,day:i}){let{id:a,customer:o,status:s}=r,c=r.category??`OTHER`,l=t.value,u=`id`in l&&l.screen.startsWith(`task`)&&l.id===a,d=e(`task.title`,{id:a}),f=o?Zr(o):e(`task.withoutCustomer`),p=i===void 0&&o?.name?o.phone:null,m=[i??`№ ${a}`,p??e(`category.${c}`)];return b(`li`,{class:`task-row`,"data-current":u,children:[b(`span`,{class:`tile tile-${c}`,title:e(`category.${c}`),children:[b(C,{name:c}),b(`span`,{class:`visually-hidden`,children:e(`category.${c}`)})]}),b(`a`,{id:`task-${a}`,class:`row-title whole-row`,href:n(ce(a)),"aria-label":i===void 0?`${d}, ${f}`:void 0,"aria-current":u?`page`:void 0,children:i===void 0?f:d}),s&&b(di,{status:s}),r.description&&b(`span`,{class:`task-description`,children:r.description}),b(`span`,{class:`task-facts quiet`,children:[b(`span`,{class:`fact`,children:[m[0],` ·`]}),` `,b(`span`,{class:`fact`,children:m[1]})]}),s&&b(ui,{id:a,status:s})]})}function ui({id:t,status:n}){let r=d(n);return r===null?null:b(`button`,{type:`button`,class:`next-button`,"aria-label":e(`tasks.advance`,{id:t,action:e(`next.${r}`)}),onClick:()=>void si({id:t,status:n},r),children:[e(`next.${r}`),b(C,{name:`next`})]})}function di({status:t}){return b(`span`,{class:`pill pill-${t}`,children:e(`status.${t}`)})}var fi=re(async()=>(await ve(async()=>{let{ExportDialog:e}=await import(`./export-dialog-CwmxGnCv.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function pi(t){let[n,r]=l(!1),i=e(`action.export`);return b(u,{children:[b(`button`,{type:`button`,class:`round-button`,"aria-label":i,title:i,onClick:()=>r(!0),children:b(C,{name:`download`})}),n&&b(fi,{...t,onClose:()=>r(!1)})]})}function mi(e,t){let[n,r]=l({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function hi({count:t,onShow:n}){return t===0?null:b(`div`,{class:`new-rows`,role:`status`,children:b(`button`,{type:`button`,class:`plain-button`,onClick:()=>{n(),window.scrollTo({top:0})},children:e(`list.arrived`,{count:t})})})}export{Yn as $,Mr as A,hr as B,Pr as C,Or as D,Nr as E,Cr as F,ar as G,pr as H,wr as I,ur as J,lr as K,vr as L,Sr as M,br as N,Rr as O,xr as P,Xn as Q,_r as R,Lr as S,jr as T,fr as U,mr as V,dr as W,rr as X,cr as Y,Kn as Z,Hr as _,Ae as _t,si as a,kn as at,zr as b,Pe as bt,ii as c,We as ct,Qr as d,Ie as dt,Bn as et,Zr as f,He as ft,Ur as g,ke as gt,Wr as h,Oe as ht,li as i,Tn as it,kr as j,Fr as k,ni as l,Ue as lt,qr as m,je as mt,mi as n,En as nt,oi as o,ze as ot,Jr as p,Be as pt,or as q,pi as r,jn as rt,ai as s,Le as st,hi as t,Wn as tt,$r as u,Re as ut,Vr as v,De as vt,Ar as w,Ir as x,Me as xt,Br as y,Ne as yt,gr as z};