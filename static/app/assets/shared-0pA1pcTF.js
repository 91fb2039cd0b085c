//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-Q1LfmJq8.js","assets/index-COo0Uw9U.js","assets/index-A3MtYFkK.css"])))=>i.map(i=>d[i]);
import{$ as e,A as t,Ct as n,Dt as r,Et as i,F as a,G as o,I as s,J as c,K as l,L as u,Ot as d,Q as f,R as p,St as m,Tt as h,U as g,X as ee,Y as te,_ as ne,_t as re,a as _,at as ie,b as ae,bt as oe,c as v,ct as y,dt as se,et as ce,f as le,ft as ue,g as de,gt as fe,ht as pe,i as me,it as he,kt as ge,l as _e,mt as ve,nt as b,o as ye,ot as be,p as xe,pt as Se,q as Ce,r as we,rt as x,s as Te,st as Ee,tt as De,ut as Oe,vt as ke,wt as S,x as Ae,xt as C,yt as w}from"./index-COo0Uw9U.js";import{t as T}from"./texts-C8oNJR_V.js";var je=Object.defineProperty,Me=(e,t)=>{let n={};for(var r in e)je(n,r,{get:e[r],enumerable:!0});return t||je(n,Symbol.toStringTag,{value:`Module`}),n},E=_`
  fragment CardFields on CustomerType {
    ...CustomerFields
    language
    note
    createdTime
    phoneClaims {
      __typename
      id
      name
      createdTime
    }
    taskConnection(first: 1) {
      totalCount
    }
  }
  ${we}
`,Ne=_`
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
  ${we}
`,Pe=_`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`,Fe=_`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
  ${E}
`,Ie=_`
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
  ${we}
`,Le=_`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${E}
`,Re=_`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${E}
`,ze=_`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`,Be=_`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
  ${E}
`,Ve=_`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
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
  ${me}
`,He=_`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
  ${D}
`,Ue=_`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
  ${we}
`,We=_`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`,Ge=_`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
  ${me}
`,Ke=_`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
  ${D}
`,qe=_`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`,Je=_`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
  ${D}
`,Ye=_`
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
`,Xe=_`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`,Ze=_`
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
`,Qe=_`
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
`,$e=_`
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
`,et={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},tt=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},O,k;function A(e){return new tt(`Syntax Error: Unexpected token at ${k} in ${e}`)}function nt(e){if(e.lastIndex=k,e.test(O))return O.slice(k,k=e.lastIndex)}var j=/ +(?=[^\s])/y;function rt(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)j.lastIndex=0,j.test(t[o])&&(o&&(!r||j.lastIndex<r)&&(r=j.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function M(){for(var e=0|O.charCodeAt(k++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|O.charCodeAt(k++))if(e===35)for(;(e=0|O.charCodeAt(k++))&&e!==10&&e!==13;);k--}function it(){for(var e=k,t=0|O.charCodeAt(k++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|O.charCodeAt(k++));if(e===k-1)throw A(`Name`);var n=O.slice(e,--k);return M(),n}function N(){return{kind:`Name`,value:it()}}var at=/(?:"""|(?:[\s\S]*?[^\\])""")/y,ot=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function P(e){var t;switch(O.charCodeAt(k)){case 91:k++,M();for(var n=[];O.charCodeAt(k)!==93;)n.push(P(e));return k++,M(),{kind:`ListValue`,values:n};case 123:k++,M();for(var r=[];O.charCodeAt(k)!==125;){var i=N();if(O.charCodeAt(k++)!==58)throw A(`ObjectField`);M(),r.push({kind:`ObjectField`,name:i,value:P(e)})}return k++,M(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw A(`Variable`);return k++,{kind:`Variable`,name:N()};case 34:if(O.charCodeAt(k+1)===34&&O.charCodeAt(k+2)===34){if(k+=3,(t=nt(at))==null)throw A(`StringValue`);return M(),{kind:`StringValue`,value:rt(t.slice(0,-3)),block:!0}}var a=k,o;k++;var s=!1;for(o=0|O.charCodeAt(k++);o===92&&(k++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|O.charCodeAt(k++));if(o!==34)throw A(`StringValue`);return t=O.slice(a,k),M(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=k++,l;(l=0|O.charCodeAt(k++))>=48&&l<=57;);var u=O.slice(c,--k);if((l=O.charCodeAt(k))===46||l===69||l===101){if((t=nt(ot))==null)throw A(`FloatValue`);return M(),{kind:`FloatValue`,value:u+t}}return M(),{kind:`IntValue`,value:u};case 110:if(O.charCodeAt(k+1)===117&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===108)return k+=4,M(),{kind:`NullValue`};break;case 116:if(O.charCodeAt(k+1)===114&&O.charCodeAt(k+2)===117&&O.charCodeAt(k+3)===101)return k+=4,M(),{kind:`BooleanValue`,value:!0};break;case 102:if(O.charCodeAt(k+1)===97&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===115&&O.charCodeAt(k+4)===101)return k+=5,M(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:it()}}function st(e){if(O.charCodeAt(k)===40){var t=[];k++,M();do{var n=N();if(O.charCodeAt(k++)!==58)throw A(`Argument`);M(),t.push({kind:`Argument`,name:n,value:P(e)})}while(O.charCodeAt(k)!==41);return k++,M(),t}}function F(e){if(O.charCodeAt(k)===64){var t=[];do k++,t.push({kind:`Directive`,name:N(),arguments:st(e)});while(O.charCodeAt(k)===64);return t}}function ct(){for(var e=0;O.charCodeAt(k)===91;)e++,k++,M();var t={kind:`NamedType`,name:N()};do if(O.charCodeAt(k)===33&&(k++,M(),t={kind:`NonNullType`,type:t}),e){if(O.charCodeAt(k++)!==93)throw A(`NamedType`);M(),t={kind:`ListType`,type:t}}while(e--);return t}function lt(){if(O.charCodeAt(k++)!==123)throw A(`SelectionSet`);return M(),ut()}function ut(){var e=[];do if(O.charCodeAt(k)===46){if(O.charCodeAt(++k)!==46||O.charCodeAt(++k)!==46)throw A(`SelectionSet`);switch(k++,M(),O.charCodeAt(k)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:F(!1),selectionSet:lt()});break;case 111:O.charCodeAt(k+1)===110?(k+=2,M(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:N()},directives:F(!1),selectionSet:lt()})):e.push({kind:`FragmentSpread`,name:N(),directives:F(!1)});break;case 123:k++,M(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:ut()});break;default:e.push({kind:`FragmentSpread`,name:N(),directives:F(!1)})}}else{var t=N(),n=void 0;O.charCodeAt(k)===58&&(k++,M(),n=t,t=N());var r=st(!1),i=F(!1),a=void 0;O.charCodeAt(k)===123&&(k++,M(),a=ut()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(O.charCodeAt(k)!==125);return k++,M(),{kind:`SelectionSet`,selections:e}}function dt(){if(M(),O.charCodeAt(k)===40){var e=[];k++,M();do{var t=void 0;if(O.charCodeAt(k)===34&&(t=P(!0)),O.charCodeAt(k++)!==36)throw A(`Variable`);var n=N();if(O.charCodeAt(k++)!==58)throw A(`VariableDefinition`);M();var r=ct(),i=void 0;O.charCodeAt(k)===61&&(k++,M(),i=P(!0)),M();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:F(!0)};t&&(a.description=t),e.push(a)}while(O.charCodeAt(k)!==41);return k++,M(),e}}function ft(e){var t=N();if(O.charCodeAt(k++)!==111||O.charCodeAt(k++)!==110)throw A(`FragmentDefinition`);M();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:N()},directives:F(!1),selectionSet:lt()};return e&&(n.description=e),n}function pt(){var e=[];do{var t=void 0;if(O.charCodeAt(k)===34&&(t=P(!0)),O.charCodeAt(k)===123){if(t)throw A(`Document`);k++,M(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:ut()})}else{var n=it();switch(n){case`fragment`:e.push(ft(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=O.charCodeAt(k))!==40&&r!==64&&r!==123&&(i=N());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:dt(),directives:F(!1),selectionSet:lt()};t&&(a.description=t),e.push(a);break;default:throw A(`Document`)}}}while(k<O.length);return e}function mt(e,t){return O=e.body?e.body:e,k=0,M(),t&&t.noLocation?{kind:`Document`,definitions:pt()}:{kind:`Document`,definitions:pt(),loc:{start:0,end:O.length,startToken:void 0,endToken:void 0,source:{body:O,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function I(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function ht(e){return JSON.stringify(e)}function gt(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var L=`
`,R={OperationDefinition(e){var t=``;e.description&&(t+=R.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+I(e.variableDefinitions,`, `,R.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive));var n=R.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+` `),t+=R.Variable(e.variable)+`: `+z(e.type),e.defaultValue&&(t+=` = `+z(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=I(e.arguments,`, `,R.Argument);t.length+n.length+2>80?t+=`(`+(L+=`  `)+I(e.arguments,L,R.Argument)+(L=L.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+R.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?gt(e.value).replace(/\n/g,L):ht(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+I(e.values,`, `,z)+`]`,ObjectValue:e=>`{`+I(e.fields,`, `,R.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+z(e.value),Document(e){return!e.definitions||!e.definitions.length?``:I(e.definitions,`

`,z)},SelectionSet:e=>`{`+(L+=`  `)+I(e.selections,L,z)+(L=L.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+z(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+=` `+R.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=R.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+I(e.directives,` `,R.Directive)),t+` `+R.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+I(e.arguments,`, `,R.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+z(e.type)+`]`,NonNullType:e=>z(e.type)+`!`},z=e=>R[e.kind](e);function _t(e){return L=`
`,R[e.kind]?R[e.kind](e):``}var vt=()=>{},B=vt;function V(e){return{tag:0,0:e}}function H(e){return{tag:1,0:e}}var yt=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,bt=e=>e;function U(e){return t=>n=>{var r=B;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function W(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(H(e(t[0])))}))}function xt(e){return t=>n=>{var r=[],i=B,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=B;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(V((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function St(e){return xt(bt)(e)}function G(e){return St(Nt(e))}function Ct(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(V((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function wt(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(V((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function Tt(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function K(e){var t=[],n=B,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(V((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function Et(e){return t=>n=>{var r=B,i=B,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=B),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(V((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function Dt(e){return t=>n=>{var r=B,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(V((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function Ot(e){return t=>n=>{var r=B,i=B,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(V((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function kt(e,t){return n=>r=>{var i=B,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function At(e){return t=>e()(t)}function jt(e){return t=>{var n=e[yt()]&&e[yt()]()||e,r=!1,i=!1,a=!1,o;t(V((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function Mt(e){return e[yt()]?jt(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(V((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(H(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Nt=Mt;function Pt(e){return t=>{var n=!1;t(V((r=>{r===1?n=!0:n||(n=!0,t(H(e)),t(0))})))}}function Ft(e){return t=>{var n=!1,r=e({next(e){n||t(H(e))},complete(){n||(n=!0,t(0))}});t(V((e=>{e===1&&!n&&(n=!0,r())})))}}function It(){var e,t;return{source:K(Ft((n=>(e=n.next,t=n.complete,vt)))),next(t){e&&e(t)},complete(){t&&t()}}}function Lt(e){return t=>{var n=B,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Rt(e){Lt((e=>{}))(e)}function zt(e){return new Promise((t=>{var n=B,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Bt=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},Vt=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new tt(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new tt(e),Ht=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Vt),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},Ut=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},q=new Set,Wt=new WeakMap,J=(e,t)=>{if(e===null||q.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return J(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=J(e[r],t)||`null`;return n+=`]`}if(!t&&(qt!==Y&&e instanceof qt||X!==Y&&e instanceof X))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=Wt.get(e)||Math.random().toString(36).slice(2);return Wt.set(e,o),J({__key:o},t)}q.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=J(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=J(a[c],t)+`:`+u)}return q.delete(e),s+=`}`},Gt=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||q.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)Gt(e,`${t}.${r}`,n[r]);else if(n instanceof qt||n instanceof X)e.set(t,n);else for(var a in q.add(n),n)Gt(e,`${t}.${a}`,n[a])}},Kt=(e,t)=>(q.clear(),J(e,t||!1)),Y=class{},qt=typeof File<`u`?File:Y,X=typeof Blob<`u`?Blob:Y,Jt=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Yt=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,Xt=(e,t)=>t%2==0?e.replace(Yt,`
`):e,Zt=e=>e.split(Jt).map(Xt).join(``).trim(),Qt=new Map,$t=new Map,en=e=>{var t;return typeof e==`string`?t=Zt(e):e.loc&&$t.get(e.__key)===e?t=e.loc.source.body:(t=Qt.get(e)||Zt(_t(e)),Qt.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},tn=e=>{var t;if(e.documentId)t=Ut(e.documentId);else if(t=Ut(en(e)),e.definitions){var n=an(e);n&&(t=Ut(`\n# ${n}`,t))}return t},nn=e=>{var t,n;return typeof e==`string`?(t=tn(e),n=$t.get(t)||mt(e,{noLocation:!0})):(t=e.__key||tn(e),n=$t.get(t)||e),n.loc||en(n),n.__key=t,$t.set(t,n),n},rn=(e,t,n)=>{var r=t||{},i=nn(e),a=Kt(r,!0),o=i.__key;return a!==`{}`&&(o=Ut(a,o)),{key:o,query:i,variables:r,extensions:n}},an=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===et.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},on=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new Ht({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},sn=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=sn(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=sn(e[i],t[i]);return e}}return t},cn=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=sn(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=sn(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new Ht({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},ln=(e,t,n)=>({operation:e,data:void 0,error:new Ht({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function un(e){var t={query:void 0,documentId:void 0,operationName:an(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=en(e.query)),t}var dn=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=fn(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Kt(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},fn=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},pn=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Kt(t),r=(e=>{var t=new Map;return(qt!==Y||X!==Y)&&(q.clear(),Gt(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Kt({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},mn=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=pn(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},hn=/boundary="?([^=";]+)"?/i,gn=/data: ?([^\n]+)/;async function*_n(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*vn(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*yn(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(hn),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of vn(_n(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of vn(_n(e),`

`)){var r=n.match(gn);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?cn(i,l,a,c):on(e,l,a),r=!1,yield i,r=!0;i||(yield i=on(e,{},a))}catch(t){if(!r)throw t;yield ln(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function bn(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),Ct((()=>{r&&r.abort()}))(U((e=>!!e))(jt(yn(e,t,n))))}function xn(e){var t=t=>e(t);return t.toPromise=()=>zt(Dt(1)(U((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>Lt(e)(t),t}function Z(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var Sn=()=>{},Cn=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>G([xt((n=>{var{key:i}=n;return Ot(U((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(un(t),t);return Ft((e=>{var i=!1,a,o;function s(n){e.next(o=o?cn(o,n):on(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(ln(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(Z(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(U((e=>e.kind!==`teardown`&&a(e)))(t)),i(U((e=>e.kind===`teardown`||!a(e)))(t))])},wn=({forward:e,dispatchDebug:t})=>t=>G([xt((e=>{var n=un(e),r=dn(e,n),i=mn(e,n);return Ot(U((t=>t.kind===`teardown`&&t.key===e.key))(t))(bn(e,r,i))}))(U((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(U((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),Tn=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return K(e(K(t)))},dispatchDebug(e){}})),n),En=({dispatchDebug:e})=>e=>U((e=>!1))(e),Dn=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=It();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=Ot(U((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(U((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?Et((t=>{var n=Pt(t);return t.stale||t.hasNext?n:G([n,W((()=>(t.stale=!0,t)))(Dt(1)(U((t=>t.key===e.key))(c.source)))])}))(t):kt((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?Tt((()=>{l(e)}))(t):Ct((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(Z(`teardown`,e,e.context))}))(wt((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),K(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},Z(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?xn(f(e)):xn(At((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=Tt((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?Et(Pt)(G([t,U((t=>t===r.get(e.key)))(Pt(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return Lt((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(rn(e,t),n),subscription:(e,t,n)=>m.executeSubscription(rn(e,t),n),mutation:(e,t,n)=>m.executeMutation(rn(e,t),n)}),h=Sn,g=K(Tn(t.exchanges)({client:m,dispatchDebug:h,forward:En({dispatchDebug:h})})(c.source));return Rt(g),m},On=(e,t)=>Z(e.kind,e,{...e.context,authAttempt:t});function kn(e){return({client:t,forward:n})=>{var r=new Set,i=It(),a=It(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(ln(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,rn(e,n),a);return zt(Dt(1)(U((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(Tt((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return Z(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,On(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(U(Boolean)(W((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,On(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(On(e,!1))))(G([i.source,d]))));return G([a.source,U((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var An=_`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`,jn=_`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`,Mn=_`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`,Nn=_`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,Pn=_`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`,Fn=_`
  mutation UseLoginLink($token: String!, $password1: String!, $password2: String!) {
    useLoginLink(token: $token, password1: $password1, password2: $password2) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`,In=_`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`,Ln=_`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`,Rn=class{known=new Map;guesses=new Map;learn(e,t){zn(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))Hn(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;zn(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return Vn(t)?this.mergeObject(Vn(e)&&Bn(e)===Bn(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(Bn(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!Hn(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function zn(e,t){if(Array.isArray(e))return e.forEach(e=>zn(e,t));if(!Vn(e))return;let n=Bn(e);n!==null&&t(e,n),Object.values(e).forEach(e=>zn(e,t))}function Bn({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function Vn(e){return typeof e==`object`&&!!e}function Hn(e){return Vn(e)&&`nodes`in e}var Un=({client:e,forward:t})=>{let n=new Rn,r=new Map,i=new Map,a=new Set,o=It(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(Z(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Wn(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?Z(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),Gn(e)&&i.forEach(d),f}return e=>{let n=Bt(e,wt(p),K);return G([Bt(n,U(f),W(m)),Bt(n,U(e=>!f(e)),W(h),t,W(g)),o.source])}};function Wn({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function Gn({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|decide|delete|merge|revoke|test|resend|updateCustomer)/.test(r)}var Kn=5e4,qn=null;function Jn(){return qn??=_e(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:()=>({Authorization:`Bearer ${y.value?.token}`}),retryAttempts:1/0,shouldRetry:()=>y.value!==null});return t.on(`connected`,e=>{Ce().then(()=>e.send(JSON.stringify({type:`ping`})))}),t.on(`pong`,e=>e&&dispatchEvent(new Event(`online`))),Yn(t),t}),qn}function Yn(e){let t,n=()=>{clearTimeout(t),t=setTimeout(()=>e.terminate(),Kn)};e.on(`opened`,n),e.on(`message`,n),e.on(`closed`,()=>clearTimeout(t))}function Xn(e){return{subscribe(t){let n=!1,r=()=>{};return Jn().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}var Q=ke(Qn());function Zn(){Q.value=Qn()}function Qn(e=r){return new Dn({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Un,kn(async e=>({addAuthToOperation:t=>y.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${y.value.token}`}),didAuthError:e=>y.value!==null&&l(e).code===`UNAUTHENTICATED`,refreshAuth:()=>ir(()=>$n(e))})),wn,Cn({forwardSubscription:Xn})]})}async function $n({mutate:e}){let t=y.value,n=ue();if(t===null)return;if(n!==null&&n.token!==t.token){y.value=n;return}let{data:r,error:i}=await e(In,{refreshToken:t.refreshToken},Se()),a=r?.refreshToken&&Oe(r.refreshToken);if(a)return se(a);if(i&&l(i).code!==`UNAUTHENTICATED`)return;let o=await er({mutate:e});o&&Ee(o)===Ee(t)?se(o):be(`refused`)}async function er({mutate:e}){if(v.initData===``)return null;let{data:t}=await e(Mn,{initData:v.initData},Se());return t?Oe(t.loginTelegram):null}async function tr(e,t,n){try{return await nr(e,t,n)}catch(r){if(!(r instanceof g)||!he(r)||!await ie())throw r;return nr(e,t,n)}}async function nr(e,t,n){let{data:r,error:i}=await Q.value.mutation(e,t,n).toPromise();if(i)throw l(i);if(r===void 0)throw new g(`INTERNAL`,`an answer without data`);return r}function rr(e){return{fetchOptions:{headers:{"Idempotency-Key":e}}}}function ir(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var ar=Me({followChanges:()=>dr}),or=new Set,sr=new Set;function cr(e){ur(or,e)}function lr(e){ur(sr,e)}function ur(e,t){let n=m(t);n.current=t,w(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function dr(){re(()=>{if(y.value===null)return;let e=Q.value,t=e.subscription(Ze,{}).subscribe(({data:e})=>{e?.taskChanged&&or.forEach(t=>t(e.taskChanged))}),n=e.subscription(Qe,{}).subscribe(({data:e})=>{e?.customerChanged&&sr.forEach(t=>t(e.customerChanged))}),r=e.subscription($e,{}).subscribe(()=>{});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe()}})}function fr(e){let[t,n]=S(!1),[r,i]=S(null),a=m(!1);async function o(){if(!a.current){a.current=!0,n(!0),i(null);try{await e()}catch(e){if(!(e instanceof g))throw e;v.haptic(`error`),i(e)}finally{a.current=!1,n(!1)}}}return{busy:t,problem:r,submit:o}}function pr({title:e,onClose:t,children:n}){let r=m(null),i=C();return w(()=>r.current?.showModal(),[]),x(`dialog`,{ref:r,class:`confirm panel`,"aria-labelledby":i,onClose:t,onClick:e=>{e.target===r.current&&r.current?.close()},children:[x(`div`,{class:`panel-head`,children:[x(`h2`,{id:i,children:e}),x(`button`,{type:`button`,class:`round-button`,"aria-label":f(`action.close`),onClick:()=>r.current?.close(),children:x(b,{name:`close`})})]}),n]})}function mr({text:e}){return e?x(`p`,{class:`form-error`,role:`alert`,children:e}):null}var hr=_`
  mutation UpdateUser($name: String, $email: String) {
    updateUser(name: $name, email: $email) {
      user {
        __typename
        id
        email
        name
      }
    }
  }
`,gr=_`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
      deviceToken
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,_r=_`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`,vr=_`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,yr=e({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function br({initial:e,validate:t,send:n}){let[r,i]=S(e),[a,o]=S({}),{busy:s,problem:c,submit:l}=fr(async()=>{let e=t?.(r)??{};if(o(e),Object.keys(e).length>0)return;let i=await n(r);i&&o(i)});return{values:r,errors:a,busy:s,problem:c,submit:l,field:e=>({value:r[e],onInput:t=>i(n=>({...n,[e]:t})),error:a[e]}),reset:()=>i(e)}}function xr(e,t){let n=Object.entries(e).filter(([,e])=>e===``);return Object.fromEntries(n.map(([e])=>[e,t]))}function Sr({label:e,value:t,onInput:n,hint:r,error:i,type:a=`text`,multiline:o=!1,first:s=!1,...c}){let l=C(),u=m(null);w(()=>{s&&u.current?.focus()},[]);let d=i??r,f={id:l,ref:u,value:t,"aria-invalid":i!==void 0,"aria-describedby":d?`${l}-note`:void 0,onInput:e=>n(e.currentTarget.value),...c},p={type:a,...f};return x(`div`,{class:`field`,children:[x(`label`,{for:l,children:e}),o?x(`textarea`,{rows:4,...f}):x(`input`,{...p}),d&&x(`p`,{id:`${l}-note`,class:i?`field-error`:`field-hint`,role:i?`alert`:void 0,children:d})]})}function Cr({submit:e,element:t,children:n,...r}){return x(`form`,{noValidate:!0,...r,...t&&{ref:t},onSubmit:t=>{t.preventDefault(),e()},children:n})}function wr(e,t,{keep:r=!1}={}){let[i,a]=S({data:null,problem:null,loading:!0}),[o,s]=S(0),c=n(()=>s(e=>e+1),[]),u=JSON.stringify(t),d=m(u),f=Q.value;return w(()=>{let n=d.current===u||r;d.current=u,a(e=>({data:n?e.data:null,problem:null,loading:!0}));let{unsubscribe:i}=f.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{a(r=>({data:e??(t?r.data:null),problem:t?l(t):null,loading:n}))});return i},[f,e,u,o]),w(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&c()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,c),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,c)}},[c]),{...i,reload:c}}function Tr({title:e,subtitle:t,back:n,children:r}){let i=m(null),a=v.backButton,o=h(Te);return w(()=>{n&&i.current?.focus({preventScroll:!0})},[]),w(()=>{if(n&&a&&o)return a.show(()=>ne(n)),()=>a.hide()},[a,o,n&&xe(n)]),x(`header`,{class:`header`,children:[n&&!a&&x(`a`,{class:`back`,href:xe(n),children:[x(b,{name:`back`}),x(`span`,{children:f(`action.back`)})]}),x(`div`,{class:`header-line`,children:[x(`h1`,{ref:i,tabIndex:-1,children:e}),r]}),t!==void 0&&x(`p`,{class:`subtitle`,children:t})]})}function Er({title:e,note:t,children:n}){let r=C();return x(`section`,{class:`section`,"aria-labelledby":e?r:void 0,children:[e&&x(`h2`,{id:r,class:`section-title`,children:e}),x(`div`,{class:`card`,children:n}),t&&x(`div`,{class:`section-note`,children:t})]})}var $=_`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`,Dr=_`
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
`,Or=_`
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
`,kr=_`
  query Myself {
    me {
      ...MemberFields
    }
  }
  ${$}
`,Ar=_`
  query Staff {
    staff {
      ...MemberFields
    }
  }
  ${$}
`,jr=_`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Mr=_`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Nr=_`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Pr=_`
  query Invites {
    invites {
      ...InviteFields
    }
  }
  ${Dr}
`,Fr=_`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
  ${Dr}
`,Ir=_`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
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
  ${Or}
`,zr=_`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
  ${Or}
`,Br=_`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
  ${Or}
`,Vr=ke(`untried`),Hr=`loggedOut`;async function Ur(){v.initData!==``&&fe(Hr)===null&&await Wr()}async function Wr(){Vr.value=`running`;try{let{loginTelegram:e}=await tr(Mn,{initData:v.initData},Se());Vr.value=Gr(e)?`untried`:Jr(e)}catch(e){if(!(e instanceof g))throw e;Vr.value={problem:o(e)}}}function Gr(e){let t=e.success?Oe(e):null;return t?(ve(Hr),se(t),Zn(),!0):!1}async function Kr(){if(v.initData!==``)try{await tr(Nn,{initData:v.initData}),u(T(`login.linked`))}catch(e){if(!(e instanceof g))throw e;u(e.code===`CONFLICT`?T(`login.linkedToOther`):T(`login.notLinked`),{kind:`failed`})}}function qr(){pe(Hr,`yes`)}function Jr({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:T(`login.telegram.expired`)}}function Yr(e){w(()=>{if(e)return de.value=()=>v.confirm({title:f(`unsaved.question`),text:f(`unsaved.text`),yes:f(`unsaved.leave`),no:f(`unsaved.stay`)}),v.confirmClosing(!0),()=>{de.value=null,v.confirmClosing(!1)}},[e])}async function Xr(e,t=o){try{let t=await e();return v.haptic(`success`),u(t),!0}catch(e){if(!(e instanceof g))throw e;return v.haptic(`error`),u(t(e),{kind:`failed`}),!1}}function Zr({label:e,options:t,chosen:n,text:r,onChoose:i,look:a}){let o=C(),[,s]=S({});return x(`div`,{class:a,role:`radiogroup`,"aria-label":e,children:t.map(e=>x(`label`,{class:`option option-${e}`,children:[x(`input`,{class:`visually-hidden`,type:`radio`,name:o,value:e,checked:e===n,onChange:()=>{i(e),s({})}}),x(`span`,{children:r(e)})]},e))})}function Qr({text:e,count:t,on:n,onToggle:r,look:i}){return x(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?x(`span`,{class:`chip-count`,children:De(ee.value,t)}):null]})}function $r(e,t=new Date){return ei(e,t)?.slice(0,10)??ce(`sv-SE`,{timeZone:e}).format(t)}function ei(e,t){let{clock:n,timezone:r}=s.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function ti(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function ni(e,t){return $r(t,new Date(e))}function ri(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function ii(e,t,n){return ce(n,{timeZone:t,...ri(n)}).format(new Date(e))}function ai(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in c.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:l,[s]:u}=c[n];return te(n,u,{day:String(Number(a)),month:String(l),year:r})}function oi(e,t,n,r=new Date){let i=new Date(e),a=$r(t,i).slice(0,4)===$r(t,r).slice(0,4);return ce(n,{timeZone:t,day:`numeric`,month:`long`,...ri(n),...a?{}:{year:`numeric`}}).format(i)}function si({name:e,email:t}){return e||t}function ci(e,t,n){let r=JSON.stringify(t),a=Q.value,[o,s]=S([]),c=m({read:()=>{},stop:()=>{}});oe(()=>{let r=[],i=(i,o)=>{r[i]?.();let c=e=>s(t=>{let n=[...t];return n[i]={connection:null,problem:null,...t[i],loading:!1,...e},n});c({loading:!0}),r[i]=a.query(e,{...t,first:o===null?ye.first:ye.next,after:o},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?l(t):null,loading:r})).unsubscribe};return c.current={read:i,stop:()=>r.forEach(e=>e())},s([]),i(0,null),()=>c.current.stop()},[a,e,r]);let u=()=>{let e=null;o.forEach(({connection:t},n)=>{c.current.read(n,e),e=t?.pageInfo.endCursor??null})};li(u);let d=i(()=>o[0]?.connection?ui(o.flatMap(({connection:e})=>e?.nodes??[])):null,o.map(({connection:e})=>e)),f=o.at(-1),p=f?.connection?.pageInfo;return{rows:d,hasMore:p?.hasNextPage??!1,loadMore:()=>{f&&!f.loading&&p?.hasNextPage&&c.current.read(o.length,p.endCursor)},problem:o.find(({problem:e})=>e)?.problem??null,loading:o.length===0||o.some(({loading:e})=>e),reload:u}}function li(e){let t=m(e);t.current=e,w(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function ui(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function di(e){return e.name||e.phone||f(`customer.nameless`)}function fi({customer:e}){let t=ae.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return x(`li`,{class:`customer-row`,"data-current":n,children:x(`a`,{id:`customer-${e.id}`,class:`row-link`,href:xe(le(e.id)),"aria-current":n?`page`:void 0,children:[x(pi,{customer:e}),x(b,{name:`next`})]})})}function pi({customer:e}){return x(ge,{children:[x(_i,{customer:e}),x(`span`,{class:`row-text`,children:[x(`span`,{class:`row-title`,children:di(e)}),x(`span`,{class:`row-facts`,children:[e.name?e.phone??``:f(`customer.nameless`),e.telegramId!==null&&x(hi,{customer:e}),mi(e)&&x(`span`,{class:`unproven`,children:f(`customer.unproven`)})]})]})]})}function mi({telegramId:e,verified:t}){return e!==null&&!t}function hi({customer:e}){let t=a(e)===`blocked`,n=f(t?`customer.hasBlocked`:`customer.inTelegram`);return x(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:x(b,{name:t?`warning`:`telegram`})})}var gi=7;function _i({customer:e}){let t=(e.name??``).match(/\p{L}/u)?vi(e.name):``;return x(`span`,{class:`avatar avatar-${Number(e.id)%gi}`,"aria-hidden":`true`,children:t||x(b,{name:`person`})})}function vi(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}function yi({text:e,onClick:t,busy:n=!1}){let r=m(null),i=v.mainButton,a=h(Te);return w(()=>{a&&i?.show({text:e,busy:n,enabled:!0,onClick:()=>r.current?.click()})}),w(()=>{if(a)return()=>i?.hide()},[i,a]),x(`div`,{class:i?`visually-hidden`:`main-button`,children:x(`button`,{ref:r,type:t?`button`:`submit`,onClick:t,"aria-busy":n,disabled:n,tabIndex:i?-1:0,"aria-hidden":i?!0:void 0,children:e})})}function bi({onMore:e}){let t=m(null),n=m(e);return n.current=e,w(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),x(`div`,{class:`list-more`,children:x(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:f(`list.more`)})})}async function xi(e,t){let{id:n,status:r}=e;v.haptic(`selection`);try{await tr(qe,{taskData:{id:n,status:t}},{fetch:Ci(n)}),u(f(`task.changed`,{id:n,status:f(`status.${t}`)}),{action:{text:f(`action.undo`),run:()=>void xi({id:n,status:t},r)}})}catch(e){if(!(e instanceof g))throw e;v.haptic(`error`),u(f(`task.notChanged`,{id:n,status:f(`status.${r}`),reason:o(e)}),{kind:`failed`})}}var Si=new Map;function Ci(e){return(t,n)=>{let r=()=>d(t,{...n,keepalive:!0}),i=Si.get(e)?.then(r,r)??r(),a=()=>{Si.get(e)===i&&Si.delete(e)};return Si.set(e,i),i.then(a,a),i}}function wi({task:e,day:t}){let{id:n,customer:r,status:i}=e,a=e.category??`OTHER`,o=ae.value,s=`id`in o&&o.screen.startsWith(`task`)&&o.id===n,c=f(`task.title`,{id:n}),l=r?di(r):f(`task.withoutCustomer`),u=t===void 0&&r?.name?r.phone:null,d=[t??`№ ${n}`,u??f(`category.${a}`)];return x(`li`,{class:`task-row`,"data-current":s,children:[x(`span`,{class:`tile tile-${a}`,title:f(`category.${a}`),children:[x(b,{name:a}),x(`span`,{class:`visually-hidden`,children:f(`category.${a}`)})]}),x(`a`,{id:`task-${n}`,class:`row-title whole-row`,href:xe(Ae(n)),"aria-label":t===void 0?`${c}, ${l}`:void 0,"aria-current":s?`page`:void 0,children:t===void 0?l:c}),i&&x(Ei,{status:i}),e.description&&x(`span`,{class:`task-description`,children:e.description}),x(`span`,{class:`task-facts quiet`,children:[x(`span`,{class:`fact`,children:[d[0],` ·`]}),` `,x(`span`,{class:`fact`,children:d[1]})]}),i&&x(Ti,{id:n,status:i})]})}function Ti({id:e,status:n}){let r=t(n);return r===null?null:x(`button`,{type:`button`,class:`next-button`,"aria-label":f(`tasks.advance`,{id:e,action:f(`next.${r}`)}),onClick:()=>void xi({id:e,status:n},r),children:[f(`next.${r}`),x(b,{name:`next`})]})}function Ei({status:e}){return x(`span`,{class:`pill pill-${e}`,children:f(`status.${e}`)})}var Di=p(async()=>(await _e(async()=>{let{ExportDialog:e}=await import(`./export-dialog-Q1LfmJq8.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function Oi(e){let[t,n]=S(!1),r=f(`action.export`);return x(ge,{children:[x(`button`,{type:`button`,class:`round-button`,"aria-label":r,title:r,onClick:()=>n(!0),children:x(b,{name:`download`})}),t&&x(Di,{...e,onClose:()=>n(!1)})]})}function ki(e,t){let[n,r]=S({list:t,ids:[]}),i=e=>e.list===t?e.ids:[];return{count:i(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>r(n=>({list:t,ids:[...i(n),e]})),drop:e=>r(n=>({list:t,ids:i(n).filter(t=>t!==e)}))}}function Ai({count:e,onShow:t}){return e===0?null:x(`div`,{class:`new-rows`,role:`status`,children:x(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:f(`list.arrived`,{count:e})})})}var ji=200;function Mi({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=m(null);return x(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[x(b,{name:`search`}),x(`input`,{ref:a,type:t,value:n,maxLength:ji,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&x(`button`,{type:`button`,"aria-label":f(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:x(b,{name:`close`})})]})}function Ni({draft:e}){return e.restored?x(`p`,{class:`narrowed`,role:`status`,children:[f(`draft.restored`),x(`button`,{type:`button`,class:`plain-button`,onClick:e.discard,children:f(`draft.discard`)})]}):null}function Pi(e,t){let n=`draft.${Ee()}.${e}`,[{content:r,restored:i,attempt:a},o]=S(()=>{let e=Li(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??Fi()}});return Yr(!Ii(r,t)),w(()=>()=>ve(n),[n]),{content:r,restored:i,attempt:a,change(e){let a={...r,...e},s=Fi();Ii(a,t)?ve(n):pe(n,JSON.stringify({content:a,attempt:s})),o({content:a,restored:i,attempt:s})},discard(){ve(n),o({content:t,restored:!1,attempt:Fi()})}}}function Fi(){return`${Date.now()}.${Math.random()}`}function Ii(e,t){return Object.keys(t).every(n=>e[n]===t[n])}function Li(e){try{return JSON.parse(fe(e)??`null`)}catch{return null}}function Ri(e){let t=m(null);return t.current=e??t.current,t.current}export{br as $,Kr as A,Ie as At,Mr as B,ii as C,We as Ct,Xr as D,Le as Dt,Zr as E,Ke as Et,Rr as F,Re as Ft,Nr as G,kr as H,zr as I,Tr as J,Ar as K,Fr as L,Wr as M,Ve as Mt,qr as N,ze as Nt,Yr as O,Pe as Ot,Vr as P,Be as Pt,xr as Q,Ir as R,oi as S,Ye as St,Qr as T,Je as Tt,Br as U,Pr as V,Lr as W,Cr as X,wr as Y,Sr as Z,ci as _,Pn as _t,Ai as a,mr as at,ai as b,Ue as bt,wi as c,ar as ct,yi as d,Zn as dt,yr as et,_i as f,tr as ft,di as g,An as gt,mi as h,Ln as ht,Mi as i,hr as it,Ur as j,Ne as jt,Gr as k,Fe as kt,xi as l,lr as lt,fi as m,jn as mt,Pi as n,_r as nt,ki as o,pr as ot,pi as p,rr as pt,Er as q,Ni as r,vr as rt,Oi as s,fr as st,Ri as t,gr as tt,bi as u,cr as ut,si as v,Fn as vt,$r as w,He as wt,ni as x,Xe as xt,ti as y,Ge as yt,jr as z};