//# allFunctionsCalledOnLoad
const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/export-dialog-CuhB9RAL.js","assets/index-CXlJPQ-d.js","assets/index-A3MtYFkK.css"])))=>i.map(i=>d[i]);
import{B as e,Ct as t,Dt as n,Et as r,F as i,G as a,J as o,Ot as s,Q as c,R as l,S as u,St as d,T as f,Tt as p,X as m,Y as h,Z as g,_ as ee,_t as te,a as _,at as v,bt as ne,c as re,ct as y,d as ie,dt as ae,et as b,ft as oe,gt as se,ht as ce,i as le,it as x,kt as ue,l as de,m as fe,mt as pe,nt as me,o as he,ot as ge,p as _e,pt as ve,q as ye,r as S,rt as be,s as xe,st as Se,tt as Ce,u as C,ut as we,v as Te,vt as Ee,wt as w,x as De,xt as T,yt as Oe,z as E}from"./index-CXlJPQ-d.js";import{t as ke}from"./texts-DSJGPEC2.js";var Ae=Object.defineProperty,je=(e,t)=>{let n={};for(var r in e)Ae(n,r,{get:e[r],enumerable:!0});return t||Ae(n,Symbol.toStringTag,{value:`Module`}),n},D=_`
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
  ${S}
`,Me=_`
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
`,Ne=_`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`,Pe=_`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
  ${D}
`,Fe=_`
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
`,Ie=_`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Le=_`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Re=_`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`,ze=_`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Be=_`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
      customer {
        ...CardFields
      }
    }
  }
  ${D}
`,Ve=_`
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
  ${le}
`,He=_`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
  ${Ve}
`,Ue=_`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
  ${S}
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
  ${le}
`,Ke=_`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
  ${Ve}
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
  ${Ve}
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
  ${Ve}
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
  ${D}
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
`,et={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},tt=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},O,k;function A(e){return new tt(`Syntax Error: Unexpected token at ${k} in ${e}`)}function nt(e){if(e.lastIndex=k,e.test(O))return O.slice(k,k=e.lastIndex)}var rt=/ +(?=[^\s])/y;function it(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)rt.lastIndex=0,rt.test(t[o])&&(o&&(!r||rt.lastIndex<r)&&(r=rt.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function j(){for(var e=0|O.charCodeAt(k++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|O.charCodeAt(k++))if(e===35)for(;(e=0|O.charCodeAt(k++))&&e!==10&&e!==13;);k--}function at(){for(var e=k,t=0|O.charCodeAt(k++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|O.charCodeAt(k++));if(e===k-1)throw A(`Name`);var n=O.slice(e,--k);return j(),n}function M(){return{kind:`Name`,value:at()}}var ot=/(?:"""|(?:[\s\S]*?[^\\])""")/y,st=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function N(e){var t;switch(O.charCodeAt(k)){case 91:k++,j();for(var n=[];O.charCodeAt(k)!==93;)n.push(N(e));return k++,j(),{kind:`ListValue`,values:n};case 123:k++,j();for(var r=[];O.charCodeAt(k)!==125;){var i=M();if(O.charCodeAt(k++)!==58)throw A(`ObjectField`);j(),r.push({kind:`ObjectField`,name:i,value:N(e)})}return k++,j(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw A(`Variable`);return k++,{kind:`Variable`,name:M()};case 34:if(O.charCodeAt(k+1)===34&&O.charCodeAt(k+2)===34){if(k+=3,(t=nt(ot))==null)throw A(`StringValue`);return j(),{kind:`StringValue`,value:it(t.slice(0,-3)),block:!0}}var a=k,o;k++;var s=!1;for(o=0|O.charCodeAt(k++);o===92&&(k++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|O.charCodeAt(k++));if(o!==34)throw A(`StringValue`);return t=O.slice(a,k),j(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=k++,l;(l=0|O.charCodeAt(k++))>=48&&l<=57;);var u=O.slice(c,--k);if((l=O.charCodeAt(k))===46||l===69||l===101){if((t=nt(st))==null)throw A(`FloatValue`);return j(),{kind:`FloatValue`,value:u+t}}return j(),{kind:`IntValue`,value:u};case 110:if(O.charCodeAt(k+1)===117&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===108)return k+=4,j(),{kind:`NullValue`};break;case 116:if(O.charCodeAt(k+1)===114&&O.charCodeAt(k+2)===117&&O.charCodeAt(k+3)===101)return k+=4,j(),{kind:`BooleanValue`,value:!0};break;case 102:if(O.charCodeAt(k+1)===97&&O.charCodeAt(k+2)===108&&O.charCodeAt(k+3)===115&&O.charCodeAt(k+4)===101)return k+=5,j(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:at()}}function ct(e){if(O.charCodeAt(k)===40){var t=[];k++,j();do{var n=M();if(O.charCodeAt(k++)!==58)throw A(`Argument`);j(),t.push({kind:`Argument`,name:n,value:N(e)})}while(O.charCodeAt(k)!==41);return k++,j(),t}}function P(e){if(O.charCodeAt(k)===64){var t=[];do k++,t.push({kind:`Directive`,name:M(),arguments:ct(e)});while(O.charCodeAt(k)===64);return t}}function lt(){for(var e=0;O.charCodeAt(k)===91;)e++,k++,j();var t={kind:`NamedType`,name:M()};do if(O.charCodeAt(k)===33&&(k++,j(),t={kind:`NonNullType`,type:t}),e){if(O.charCodeAt(k++)!==93)throw A(`NamedType`);j(),t={kind:`ListType`,type:t}}while(e--);return t}function F(){if(O.charCodeAt(k++)!==123)throw A(`SelectionSet`);return j(),I()}function I(){var e=[];do if(O.charCodeAt(k)===46){if(O.charCodeAt(++k)!==46||O.charCodeAt(++k)!==46)throw A(`SelectionSet`);switch(k++,j(),O.charCodeAt(k)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:P(!1),selectionSet:F()});break;case 111:O.charCodeAt(k+1)===110?(k+=2,j(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:M()},directives:P(!1),selectionSet:F()})):e.push({kind:`FragmentSpread`,name:M(),directives:P(!1)});break;case 123:k++,j(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:I()});break;default:e.push({kind:`FragmentSpread`,name:M(),directives:P(!1)})}}else{var t=M(),n=void 0;O.charCodeAt(k)===58&&(k++,j(),n=t,t=M());var r=ct(!1),i=P(!1),a=void 0;O.charCodeAt(k)===123&&(k++,j(),a=I()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(O.charCodeAt(k)!==125);return k++,j(),{kind:`SelectionSet`,selections:e}}function ut(){if(j(),O.charCodeAt(k)===40){var e=[];k++,j();do{var t=void 0;if(O.charCodeAt(k)===34&&(t=N(!0)),O.charCodeAt(k++)!==36)throw A(`Variable`);var n=M();if(O.charCodeAt(k++)!==58)throw A(`VariableDefinition`);j();var r=lt(),i=void 0;O.charCodeAt(k)===61&&(k++,j(),i=N(!0)),j();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:P(!0)};t&&(a.description=t),e.push(a)}while(O.charCodeAt(k)!==41);return k++,j(),e}}function dt(e){var t=M();if(O.charCodeAt(k++)!==111||O.charCodeAt(k++)!==110)throw A(`FragmentDefinition`);j();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:M()},directives:P(!1),selectionSet:F()};return e&&(n.description=e),n}function ft(){var e=[];do{var t=void 0;if(O.charCodeAt(k)===34&&(t=N(!0)),O.charCodeAt(k)===123){if(t)throw A(`Document`);k++,j(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:I()})}else{var n=at();switch(n){case`fragment`:e.push(dt(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=O.charCodeAt(k))!==40&&r!==64&&r!==123&&(i=M());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:ut(),directives:P(!1),selectionSet:F()};t&&(a.description=t),e.push(a);break;default:throw A(`Document`)}}}while(k<O.length);return e}function pt(e,t){return O=e.body?e.body:e,k=0,j(),t&&t.noLocation?{kind:`Document`,definitions:ft()}:{kind:`Document`,definitions:ft(),loc:{start:0,end:O.length,startToken:void 0,endToken:void 0,source:{body:O,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function L(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function mt(e){return JSON.stringify(e)}function ht(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var R=`
`,z={OperationDefinition(e){var t=``;e.description&&(t+=z.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+L(e.variableDefinitions,`, `,z.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+L(e.directives,` `,z.Directive));var n=z.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=z.StringValue(e.description)+` `),t+=z.Variable(e.variable)+`: `+B(e.type),e.defaultValue&&(t+=` = `+B(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+L(e.directives,` `,z.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=L(e.arguments,`, `,z.Argument);t.length+n.length+2>80?t+=`(`+(R+=`  `)+L(e.arguments,R,z.Argument)+(R=R.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+L(e.directives,` `,z.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+z.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?ht(e.value).replace(/\n/g,R):mt(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+L(e.values,`, `,B)+`]`,ObjectValue:e=>`{`+L(e.fields,`, `,z.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+B(e.value),Document(e){return!e.definitions||!e.definitions.length?``:L(e.definitions,`

`,B)},SelectionSet:e=>`{`+(R+=`  `)+L(e.selections,R,B)+(R=R.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+B(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+L(e.directives,` `,z.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+L(e.directives,` `,z.Directive)),t+=` `+z.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=z.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+L(e.directives,` `,z.Directive)),t+` `+z.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+L(e.arguments,`, `,z.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+B(e.type)+`]`,NonNullType:e=>B(e.type)+`!`},B=e=>z[e.kind](e);function gt(e){return R=`
`,z[e.kind]?z[e.kind](e):``}var _t=()=>{},V=_t;function H(e){return{tag:0,0:e}}function U(e){return{tag:1,0:e}}var vt=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,yt=e=>e;function W(e){return t=>n=>{var r=V;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function G(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(U(e(t[0])))}))}function bt(e){return t=>n=>{var r=[],i=V,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=V;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(H((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function xt(e){return bt(yt)(e)}function K(e){return xt(Mt(e))}function St(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(H((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function Ct(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(H((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function wt(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function q(e){var t=[],n=V,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(H((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function Tt(e){return t=>n=>{var r=V,i=V,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=V),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(H((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function Et(e){return t=>n=>{var r=V,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(H((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function Dt(e){return t=>n=>{var r=V,i=V,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(H((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function Ot(e,t){return n=>r=>{var i=V,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function kt(e){return t=>e()(t)}function At(e){return t=>{var n=e[vt()]&&e[vt()]()||e,r=!1,i=!1,a=!1,o;t(H((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(U(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function jt(e){return e[vt()]?At(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(H((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(U(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Mt=jt;function Nt(e){return t=>{var n=!1;t(H((r=>{r===1?n=!0:n||(n=!0,t(U(e)),t(0))})))}}function Pt(e){return t=>{var n=!1,r=e({next(e){n||t(U(e))},complete(){n||(n=!0,t(0))}});t(H((e=>{e===1&&!n&&(n=!0,r())})))}}function Ft(){var e,t;return{source:q(Pt((n=>(e=n.next,t=n.complete,_t)))),next(t){e&&e(t)},complete(){t&&t()}}}function It(e){return t=>{var n=V,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Lt(e){It((e=>{}))(e)}function Rt(e){return new Promise((t=>{var n=V,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var zt=(...e)=>{for(var t=e[0],n=1,r=e.length;n<r;n++)t=e[n](t);return t},Bt=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new tt(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new tt(e),Vt=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Bt),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},Ht=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},J=new Set,Ut=new WeakMap,Y=(e,t)=>{if(e===null||J.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return Y(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=Y(e[r],t)||`null`;return n+=`]`}if(!t&&(Kt!==X&&e instanceof Kt||qt!==X&&e instanceof qt))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=Ut.get(e)||Math.random().toString(36).slice(2);return Ut.set(e,o),Y({__key:o},t)}J.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=Y(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=Y(a[c],t)+`:`+u)}return J.delete(e),s+=`}`},Wt=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||J.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)Wt(e,`${t}.${r}`,n[r]);else if(n instanceof Kt||n instanceof qt)e.set(t,n);else for(var a in J.add(n),n)Wt(e,`${t}.${a}`,n[a])}},Gt=(e,t)=>(J.clear(),Y(e,t||!1)),X=class{},Kt=typeof File<`u`?File:X,qt=typeof Blob<`u`?Blob:X,Jt=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,Yt=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,Xt=(e,t)=>t%2==0?e.replace(Yt,`
`):e,Zt=e=>e.split(Jt).map(Xt).join(``).trim(),Qt=new Map,$t=new Map,en=e=>{var t;return typeof e==`string`?t=Zt(e):e.loc&&$t.get(e.__key)===e?t=e.loc.source.body:(t=Qt.get(e)||Zt(gt(e)),Qt.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},tn=e=>{var t;if(e.documentId)t=Ht(e.documentId);else if(t=Ht(en(e)),e.definitions){var n=an(e);n&&(t=Ht(`\n# ${n}`,t))}return t},nn=e=>{var t,n;return typeof e==`string`?(t=tn(e),n=$t.get(t)||pt(e,{noLocation:!0})):(t=e.__key||tn(e),n=$t.get(t)||e),n.loc||en(n),n.__key=t,$t.set(t,n),n},rn=(e,t,n)=>{var r=t||{},i=nn(e),a=Gt(r,!0),o=i.__key;return a!==`{}`&&(o=Ht(a,o)),{key:o,query:i,variables:r,extensions:n}},an=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===et.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},on=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new Vt({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},sn=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=sn(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=sn(e[i],t[i]);return e}}return t},cn=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=sn(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=sn(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new Vt({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},ln=(e,t,n)=>({operation:e,data:void 0,error:new Vt({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function un(e){var t={query:void 0,documentId:void 0,operationName:an(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=en(e.query)),t}var dn=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=fn(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?Gt(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},fn=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},pn=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=Gt(t),r=(e=>{var t=new Map;return(Kt!==X||qt!==X)&&(J.clear(),Wt(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,Gt({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},mn=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=pn(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},hn=/boundary="?([^=";]+)"?/i,gn=/data: ?([^\n]+)/;async function*_n(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*vn(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*yn(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(hn),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of vn(_n(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of vn(_n(e),`

`)){var r=n.match(gn);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?cn(i,l,a,c):on(e,l,a),r=!1,yield i,r=!0;i||(yield i=on(e,{},a))}catch(t){if(!r)throw t;yield ln(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function bn(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),St((()=>{r&&r.abort()}))(W((e=>!!e))(At(yn(e,t,n))))}function xn(e){var t=t=>e(t);return t.toPromise=()=>Rt(Et(1)(W((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>It(e)(t),t}function Z(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var Sn=()=>{},Cn=({forwardSubscription:e,enableAllOperations:t,isSubscriptionOperation:n})=>({client:r,forward:i})=>{var a=n||(e=>e.kind===`subscription`||!!t&&(e.kind===`query`||e.kind===`mutation`));return t=>K([bt((n=>{var{key:i}=n;return Dt(W((e=>e.kind===`teardown`&&e.key===i))(t))((t=>{var n=e(un(t),t);return Pt((e=>{var i=!1,a,o;function s(n){e.next(o=o?cn(o,n):on(t,n))}return Promise.resolve().then((()=>{i||(a=n.subscribe({next:s,error(n){Array.isArray(n)?s({errors:n}):e.next(ln(t,n)),e.complete()},complete(){i||(i=!0,o&&o.hasNext?s({hasNext:!1}):t.kind===`subscription`&&r.reexecuteOperation(Z(`teardown`,t,t.context)),e.complete())}}))})),()=>{i=!0,a&&a.unsubscribe()}}))})(n))}))(W((e=>e.kind!==`teardown`&&a(e)))(t)),i(W((e=>e.kind===`teardown`||!a(e)))(t))])},wn=({forward:e,dispatchDebug:t})=>t=>K([bt((e=>{var n=un(e),r=dn(e,n),i=mn(e,n);return Dt(W((t=>t.kind===`teardown`&&t.key===e.key))(t))(bn(e,r,i))}))(W((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(W((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),Tn=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return q(e(q(t)))},dispatchDebug(e){}})),n),En=({dispatchDebug:e})=>e=>W((e=>!1))(e),Dn=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=Ft();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=Dt(W((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(W((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?Tt((t=>{var n=Nt(t);return t.stale||t.hasNext?n:K([n,G((()=>(t.stale=!0,t)))(Et(1)(W((t=>t.key===e.key))(c.source)))])}))(t):Ot((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?wt((()=>{l(e)}))(t):St((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(Z(`teardown`,e,e.context))}))(Ct((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),q(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},Z(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?xn(f(e)):xn(kt((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=wt((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?Tt(Nt)(K([t,W((t=>t===r.get(e.key)))(Nt(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return It((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(rn(e,t),n),subscription:(e,t,n)=>m.executeSubscription(rn(e,t),n),mutation:(e,t,n)=>m.executeMutation(rn(e,t),n)}),h=Sn,g=q(Tn(t.exchanges)({client:m,dispatchDebug:h,forward:En({dispatchDebug:h})})(c.source));return Lt(g),m},On=(e,t)=>Z(e.kind,e,{...e.context,authAttempt:t});function kn(e){return({client:t,forward:n})=>{var r=new Set,i=Ft(),a=Ft(),o=new Map;function s(){l=void 0;var e=o;o=new Map,e.forEach(i.next)}function c(e){l=void 0;var t=o;o=new Map,t.forEach((t=>{a.next(ln(t,e))}))}var l,u=null;return d=>{function f(){l=Promise.resolve().then((()=>e({mutate(e,n,a){var o=t.createRequestOperation(`mutation`,rn(e,n),a);return Rt(Et(1)(W((e=>e.operation.key===o.key&&o.context._instance===e.operation.context._instance))(wt((()=>{var e=m(o);r.add(e.context._instance),i.next(e)}))(h))))},appendHeaders(e,t){var n=typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions||{};return Z(e.kind,e,{...e.context,fetchOptions:{...n,headers:{...n.headers,...t}}})}}))).then((e=>{e&&(u=e),s()})).catch((e=>{c(e)}))}f();function p(e){o.set(e.key,On(e,!0)),u&&!l&&(l=u.refreshAuth().then(s).catch(c))}function m(e){return u?u.addAuthToOperation(e):e}var h=n(W(Boolean)(G((e=>e.kind===`teardown`?(o.delete(e.key),e):e.context._instance&&r.has(e.context._instance)?e:e.context.authAttempt?m(e):l||!u?(l||f(),o.has(e.key)||o.set(e.key,On(e,!1)),null):function(e){return!e.context.authAttempt&&u&&u.willAuthError&&u.willAuthError(e)}(e)?(p(e),null):m(On(e,!1))))(K([i.source,d]))));return K([a.source,W((e=>!r.has(e.operation.context._instance)&&e.error&&function(e){return u&&u.didAuthError&&u.didAuthError(e.error,e.operation)}(e)&&!e.operation.context.authAttempt?(p(e.operation),!1):(r.has(e.operation.context._instance)&&r.delete(e.operation.context._instance),!0)))(h)])}}}var An=_`
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
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`,In=_`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`,Ln=class{known=new Map;guesses=new Map;learn(e,t){Rn(e,(e,n)=>{let{fields:r,since:i}=this.known.get(n)??{fields:{},since:{}};for(let[n,a]of Object.entries(e))Vn(a)||(i[n]??0)>t||(r[n]=a,i[n]=t);this.known.set(n,{fields:r,since:i})})}keepOnly(e){let t=new Set;Rn(e,(e,n)=>t.add(n));for(let e of this.known.keys())t.has(e)||this.known.delete(e)}guess(e,t,n){this.guesses.set(e,{name:`${t}:${n.id}`,fields:n})}forgetGuess(e){this.guesses.delete(e)}renew(e,t=e){return this.merge(t,e)}merge(e,t){if(Array.isArray(t)){let n=Array.isArray(e)?e:[],r=t.map((e,t)=>this.merge(n[t],e));return r.length===n.length&&r.every((e,t)=>e===n[t])?n:r}return Bn(t)?this.mergeObject(Bn(e)&&zn(e)===zn(t)?e:{},t):t}mergeObject(e,t){let n=this.newest(zn(t)),r={},i=!1;for(let a in e===t?t:{...e,...t}){let o=!Vn(e[a])&&a in n?n[a]:a in t?t[a]:e[a];r[a]=this.merge(e[a],o),i||=r[a]!==e[a]}return i?r:e}newest(e){let t=e!==null&&this.known.get(e)?.fields||{},n=[...this.guesses.values()].reverse().find(t=>t.name===e);return n?{...t,...n.fields}:t}};function Rn(e,t){if(Array.isArray(e))return e.forEach(e=>Rn(e,t));if(!Bn(e))return;let n=zn(e);n!==null&&t(e,n),Object.values(e).forEach(e=>Rn(e,t))}function zn({__typename:e,id:t}){return typeof e==`string`&&typeof t==`string`?`${e}:${t}`:null}function Bn(e){return typeof e==`object`&&!!e}function Vn(e){return Bn(e)&&`nodes`in e}var Hn=({client:e,forward:t})=>{let n=new Ln,r=new Map,i=new Map,a=new Set,o=Ft(),s=0;function c(e,t){let i=n.renew(t.data,r.get(e)?.data??t.data),a=i===t.data?t:{...t,data:i};return r.delete(e),r.set(e,a),a}function l(){r.size<i.size+200||([...r.keys()].filter(e=>!i.has(e)).slice(0,-100).forEach(e=>r.delete(e)),n.keepOnly([...r.values()].map(({data:e})=>e)))}function u(){for(let e of i.keys()){let t=r.get(e),n=t&&c(e,t);n&&n!==t&&o.next({...n,stale:a.has(e)})}}let d=t=>e.reexecuteOperation(Z(`query`,t,{...t.context,requestPolicy:`network-only`})),f=({kind:e,key:t,context:n})=>e===`query`&&n.requestPolicy!==`network-only`&&r.has(t);function p(e){let{kind:t,key:r}=e;t===`query`&&i.set(r,e),t===`query`&&!f(e)&&a.add(r),t===`teardown`&&(i.delete(r),a.delete(r));let o=t===`mutation`&&Un(e);o&&(n.guess(r,`TaskType`,o),u())}function m(e){let t=e.context.requestPolicy===`cache-and-network`;return t&&d(e),{...c(e.key,r.get(e.key)),operation:e,stale:t}}let h=e=>e.kind===`query`?Z(`query`,e,{...e.context,asked:++s}):e;function g(e){let{kind:t,key:r,context:o}=e.operation;a.delete(r),n.forgetGuess(r),e.error||n.learn(e.data,t===`query`?o.asked:++s);let f=t===`query`&&!e.error?c(r,e):e;return l(),u(),Wn(e)&&i.forEach(d),f}return e=>{let n=zt(e,Ct(p),q);return K([zt(n,W(f),G(m)),zt(n,W(e=>!f(e)),G(h),t,G(g)),o.source])}};function Un({variables:e}){let{id:t,status:n,...r}=e.taskData??{};return t&&n&&Object.keys(r).length===0?{id:t,status:n}:null}function Wn({operation:e,data:t,error:n}){if(n||!t)return!1;let[[r,i]=[``,null]]=Object.entries(t);return e.kind===`subscription`?i?.kind===`DELETED`:e.kind===`mutation`&&/^(create|decide|delete|merge|revoke|test|resend|updateCustomer)/.test(r)}var Q=ne(Kn());function Gn(){Q.value=Kn()}function Kn(e=xe){return new Dn({url:`/graphql`,fetch:e,preferGetMethod:!1,exchanges:[Hn,kn(async e=>({addAuthToOperation:t=>y.value===null?t:e.appendHeaders(t,{Authorization:`Bearer ${y.value.token}`}),didAuthError:e=>y.value!==null&&o(e).code===`UNAUTHENTICATED`,refreshAuth:()=>Qn(()=>qn(e))})),wn,Cn({forwardSubscription:ur})]})}async function qn({mutate:e}){let t=y.value,n=oe();if(t===null)return;if(n!==null&&n.token!==t.token){y.value=n;return}let{data:r,error:i}=await e(Fn,{refreshToken:t.refreshToken},ve()),a=r?.refreshToken&&we(r.refreshToken);if(a)return ae(a);if(i&&o(i).code!==`UNAUTHENTICATED`)return;let s=await Jn({mutate:e});s&&Se(s)===Se(t)?ae(s):ge(`refused`)}async function Jn({mutate:e}){if(C.initData===``)return null;let{data:t}=await e(Mn,{initData:C.initData},ve());return t?we(t.loginTelegram):null}async function Yn(e,t,n){try{return await Xn(e,t,n)}catch(r){if(!(r instanceof a)||!te(r)||!await Ee())throw r;return Xn(e,t,n)}}async function Xn(e,t,n){let{data:r,error:i}=await Q.value.mutation(e,t,n).toPromise();if(i)throw o(i);if(r===void 0)throw new a(`INTERNAL`,`an answer without data`);return r}function Zn(e){return{fetchOptions:{headers:{"Idempotency-Key":e}}}}function Qn(e){let t=navigator.locks;return t?t.request(`zayavka.refresh`,e):e()}var $n=je({followChanges:()=>ar}),er=new Set,tr=new Set;function nr(e){ir(er,e)}function rr(e){ir(tr,e)}function ir(e,t){let n=w(t);n.current=t,T(()=>{let t=e=>n.current(e);return e.add(t),()=>void e.delete(t)},[])}function ar(){Oe(()=>{if(y.value===null)return;let e=Q.value,t=e.subscription(Ze,{}).subscribe(({data:e})=>{e?.taskChanged&&er.forEach(t=>t(e.taskChanged))}),n=e.subscription(Qe,{}).subscribe(({data:e})=>{e?.customerChanged&&tr.forEach(t=>t(e.customerChanged))}),r=e.subscription($e,{}).subscribe(()=>{});return()=>{t.unsubscribe(),n.unsubscribe(),r.unsubscribe()}})}var or=5e4,sr=null;function cr(){return sr??=ie(async()=>{let{createClient:e}=await import(`./dist-i3JjxNFJ.js`);return{createClient:e}},[]).then(({createClient:e})=>{let t=e({url:()=>`${location.origin.replace(/^http/,`ws`)}/graphql`,connectionParams:()=>({Authorization:`Bearer ${y.value?.token}`}),retryAttempts:1/0,shouldRetry:()=>y.value!==null});return t.on(`connected`,e=>{h().then(()=>e.send(JSON.stringify({type:`ping`})))}),t.on(`pong`,e=>e&&dispatchEvent(new Event(`online`))),lr(t),t}),sr}function lr(e){let t,n=()=>{clearTimeout(t),t=setTimeout(()=>e.terminate(),or)};e.on(`opened`,n),e.on(`message`,n),e.on(`closed`,()=>clearTimeout(t))}function ur(e){return{subscribe(t){let n=!1,r=()=>{};return cr().then(i=>{n||(r=i.subscribe({...e,query:e.query??``},t))}),{unsubscribe(){n=!0,r()}}}}}function dr(e,t=new Date){return fr(e,t)?.slice(0,10)??me(`sv-SE`,{timeZone:e}).format(t)}function fr(e,t){let{clock:n,timezone:r}=l.value;return!n||e!==r||n.since&&t<new Date(n.since)||n.until&&t>=new Date(n.until)?null:new Date(t.getTime()+n.offset*6e4).toISOString()}function pr(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function mr(e,t){return dr(t,new Date(e))}function hr(e){return{hour:e===`en`?`numeric`:`2-digit`,minute:`2-digit`}}function gr(e,t,n){return me(n,{timeZone:t,...hr(n)}).format(new Date(e))}function _r(e,t,n){let[r=``,i=``,a=``]=e.split(`-`),o=`month.${Number(i)}`;if(!(o in m.en))return e;let s=r===t.slice(0,4)?`date`:`date.year`,{[o]:c,[s]:l}=m[n];return g(n,l,{day:String(Number(a)),month:String(c),year:r})}function vr(e,t,n,r=new Date){let i=new Date(e),a=dr(t,i).slice(0,4)===dr(t,r).slice(0,4);return me(n,{timeZone:t,day:`numeric`,month:`long`,...hr(n),...a?{}:{year:`numeric`}}).format(i)}function yr(e){let[t,n]=r(!1),[i,o]=r(null),s=w(!1);async function c(){if(!s.current){s.current=!0,n(!0),o(null);try{await e()}catch(e){if(!(e instanceof a))throw e;C.haptic(`error`),o(e)}finally{s.current=!1,n(!1)}}}return{busy:t,problem:i,submit:c}}function br({title:e,onClose:n,children:r}){let i=w(null),a=t();return T(()=>i.current?.showModal(),[]),v(`dialog`,{ref:i,class:`confirm panel`,"aria-labelledby":a,onClose:n,onClick:e=>{e.target===i.current&&i.current?.close()},children:[v(`div`,{class:`panel-head`,children:[v(`h2`,{id:a,children:e}),v(`button`,{type:`button`,class:`round-button`,"aria-label":b(`action.close`),onClick:()=>i.current?.close(),children:v(x,{name:`close`})})]}),r]})}function xr({text:e}){return e?v(`p`,{class:`form-error`,role:`alert`,children:e}):null}var Sr=_`
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
`,Cr=_`
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
`,wr=_`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`,Tr=_`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`,Er=Ce({ru:{profile:`Профиль`,name:`Имя`,"name.hint":`Его видят коллеги в истории заявок`,email:`Почта`,"email.taken":`С этой почтой входит кто-то другой.`,save:`Сохранить профиль`,saved:`Профиль сохранён`,telegram:`Telegram`,"telegram.linked":`Вы входите через Telegram`,"telegram.none":`Telegram не привязан`,"telegram.how":`Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.`,"telegram.link":`Привязать этот Telegram`,"telegram.unlink":`Отвязать Telegram`,"telegram.unlink.question":`Отвязать Telegram?`,"telegram.unlink.text":`В следующий раз понадобятся почта и пароль.`,"telegram.unlinked":`Telegram отвязан`,password:`Пароль`,"password.current":`Текущий пароль`,"password.next":`Новый пароль`,"password.note":`На остальных устройствах сеансы завершатся, неиспользованные приглашения перестанут действовать.`,"password.change":`Сменить пароль`,"password.changed":`Пароль изменён`,"password.wrong":`Это не ваш текущий пароль.`,"confirm.title":`Это вы?`,"confirm.text":`Это даёт постоянный доступ, поэтому нужен ваш пароль.`,"confirm.password":`Ваш пароль`,"confirm.submit":`Продолжить`},en:{profile:`Profile`,name:`Name`,"name.hint":`Colleagues see it in a task’s history`,email:`Email`,"email.taken":`Somebody else logs in with this address.`,save:`Save the profile`,saved:`The profile is saved`,telegram:`Telegram`,"telegram.linked":`You log in with Telegram`,"telegram.none":`Telegram is not linked`,"telegram.how":`Send the bot /work, open the app and log in by email once: from then on no password is needed there.`,"telegram.link":`Link this Telegram`,"telegram.unlink":`Unlink Telegram`,"telegram.unlink.question":`Unlink Telegram?`,"telegram.unlink.text":`The next time you will need your email and password.`,"telegram.unlinked":`Telegram is unlinked`,password:`Password`,"password.current":`Current password`,"password.next":`New password`,"password.note":`On all other devices you will be logged out, and your open invites stop working.`,"password.change":`Change the password`,"password.changed":`The password is changed`,"password.wrong":`This is not your current password.`,"confirm.title":`Is it you?`,"confirm.text":`This gives lasting access, so your password is needed.`,"confirm.password":`Your password`,"confirm.submit":`Go on`}});function Dr({label:e,value:n,onInput:r,hint:i,error:a,type:o=`text`,multiline:s=!1,first:c=!1,...l}){let u=t(),d=w(null);T(()=>{c&&d.current?.focus()},[]);let f=a??i,p={id:u,ref:d,value:n,"aria-invalid":a!==void 0,"aria-describedby":f?`${u}-note`:void 0,onInput:e=>r(e.currentTarget.value),...l},m={type:o,...p};return v(`div`,{class:`field`,children:[v(`label`,{for:u,children:e}),s?v(`textarea`,{rows:4,...p}):v(`input`,{...m}),f&&v(`p`,{id:`${u}-note`,class:a?`field-error`:`field-hint`,role:a?`alert`:void 0,children:f})]})}function Or(e,t,{keep:n=!1}={}){let[i,a]=r({data:null,problem:null,loading:!0}),[s,c]=r(0),l=p(()=>c(e=>e+1),[]),u=JSON.stringify(t),d=w(u),f=Q.value;return T(()=>{let r=d.current===u||n;d.current=u,a(e=>({data:r?e.data:null,problem:null,loading:!0}));let{unsubscribe:i}=f.query(e,t,{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:n})=>{a(r=>({data:e??(t?r.data:null),problem:t?o(t):null,loading:n}))});return i},[f,e,u,s]),T(()=>{let e=()=>{globalThis.document.visibilityState===`visible`&&l()};return globalThis.document.addEventListener(`visibilitychange`,e),addEventListener(`online`,l),()=>{globalThis.document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,l)}},[l]),{...i,reload:l}}function kr({title:e,subtitle:t,back:r,children:i}){let a=w(null),o=C.backButton,s=n(de);return T(()=>{r&&a.current?.focus({preventScroll:!0})},[]),T(()=>{if(r&&o&&s)return o.show(()=>Te(r)),()=>o.hide()},[o,s,r&&fe(r)]),v(`header`,{class:`header`,children:[r&&!o&&v(`a`,{class:`back`,href:fe(r),children:[v(x,{name:`back`}),v(`span`,{children:b(`action.back`)})]}),v(`div`,{class:`header-line`,children:[v(`h1`,{ref:a,tabIndex:-1,children:e}),i]}),t!==void 0&&v(`p`,{class:`subtitle`,children:t})]})}function Ar({title:e,note:n,children:r}){let i=t();return v(`section`,{class:`section`,"aria-labelledby":e?i:void 0,children:[e&&v(`h2`,{id:i,class:`section-title`,children:e}),v(`div`,{class:`card`,children:r}),n&&v(`div`,{class:`section-note`,children:n})]})}var jr=ne(`untried`),Mr=`loggedOut`;async function Nr(){C.initData!==``&&se(Mr)===null&&await Pr()}async function Pr(){jr.value=`running`;try{let{loginTelegram:e}=await Yn(Mn,{initData:C.initData},ve());jr.value=Fr(e)?`untried`:Rr(e)}catch(e){if(!(e instanceof a))throw e;jr.value={problem:ye(e)}}}function Fr(e){let t=e.success?we(e):null;return t?(pe(Mr),ae(t),Gn(),!0):!1}async function Ir(){if(C.initData!==``)try{await Yn(Nn,{initData:C.initData}),E(ke(`login.linked`))}catch(e){if(!(e instanceof a))throw e;E(e.code===`CONFLICT`?ke(`login.linkedToOther`):ke(`login.notLinked`),{kind:`failed`})}}function Lr(){ce(Mr,`yes`)}function Rr({errors:e}){let t=e?.nonFieldErrors?.[0]?.code;return t===`not_linked`?t:{problem:ke(`login.telegram.expired`)}}var $=_`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`,zr=_`
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
`,Br=_`
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
`,Vr=_`
  query Myself {
    me {
      ...MemberFields
    }
  }
  ${$}
`,Hr=_`
  query Staff {
    staff {
      ...MemberFields
    }
  }
  ${$}
`,Ur=_`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Wr=_`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Gr=_`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
  ${$}
`,Kr=_`
  query Invites {
    invites {
      ...InviteFields
    }
  }
  ${zr}
`,qr=_`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
  ${zr}
`,Jr=_`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`,Yr=_`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
  ${Br}
`,Xr=_`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
  ${Br}
`,Zr=_`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
  ${Br}
`;function Qr(e){T(()=>{if(e)return ee.value=()=>C.confirm({title:b(`unsaved.question`),text:b(`unsaved.text`),yes:b(`unsaved.leave`),no:b(`unsaved.stay`)}),C.confirmClosing(!0),()=>{ee.value=null,C.confirmClosing(!1)}},[e])}async function $r(e,t=ye){try{let t=await e();return C.haptic(`success`),E(t),!0}catch(e){if(!(e instanceof a))throw e;return C.haptic(`error`),E(t(e),{kind:`failed`}),!1}}function ei({label:e,options:n,chosen:i,text:a,onChoose:o,look:s}){let c=t(),[,l]=r({});return v(`div`,{class:s,role:`radiogroup`,"aria-label":e,children:n.map(e=>v(`label`,{class:`option option-${e}`,children:[v(`input`,{class:`visually-hidden`,type:`radio`,name:c,value:e,checked:e===i,onChange:()=>{o(e),l({})}}),v(`span`,{children:a(e)})]},e))})}function ti({text:e,onClick:t,busy:r=!1}){let i=w(null),a=C.mainButton,o=n(de);return T(()=>{o&&a?.show({text:e,busy:r,enabled:!0,onClick:()=>i.current?.click()})}),T(()=>{if(o)return()=>a?.hide()},[a,o]),v(`div`,{class:a?`visually-hidden`:`main-button`,children:v(`button`,{ref:i,type:t?`button`:`submit`,onClick:t,"aria-busy":r,disabled:r,tabIndex:a?-1:0,"aria-hidden":a?!0:void 0,children:e})})}function ni({draft:e}){return e.restored?v(`p`,{class:`narrowed`,role:`status`,children:[b(`draft.restored`),v(`button`,{type:`button`,class:`plain-button`,onClick:e.discard,children:b(`draft.discard`)})]}):null}function ri(e,t){let n=`draft.${Se()}.${e}`,[{content:i,restored:a,attempt:o},s]=r(()=>{let e=oi(n);return{content:{...t,...e?.content},restored:e!==null,attempt:e?.attempt??ii()}});return Qr(!ai(i,t)),T(()=>()=>pe(n),[n]),{content:i,restored:a,attempt:o,change(e){let r={...i,...e},o=ii();ai(r,t)?pe(n):ce(n,JSON.stringify({content:r,attempt:o})),s({content:r,restored:a,attempt:o})},discard(){pe(n),s({content:t,restored:!1,attempt:ii()})}}}function ii(){return`${Date.now()}.${Math.random()}`}function ai(e,t){return Object.keys(t).every(n=>e[n]===t[n])}function oi(e){try{return JSON.parse(se(e)??`null`)}catch{return null}}function si(e){let t=w(null);return t.current=e??t.current,t.current}function ci(e,t,n){let i=JSON.stringify(t),a=Q.value,[c,l]=r([]),u=w({read:()=>{},stop:()=>{}});d(()=>{let r=[],i=(i,s)=>{r[i]?.();let c=e=>l(t=>{let n=[...t];return n[i]={connection:null,problem:null,...t[i],loading:!1,...e},n});c({loading:!0}),r[i]=a.query(e,{...t,first:s===null?he.first:he.next,after:s},{requestPolicy:`cache-and-network`}).subscribe(({data:e,error:t,stale:r})=>c({...e&&{connection:n(e)},problem:t?o(t):null,loading:r})).unsubscribe};return u.current={read:i,stop:()=>r.forEach(e=>e())},l([]),i(0,null),()=>u.current.stop()},[a,e,i]);let f=()=>{let e=null;c.forEach(({connection:t},n)=>{u.current.read(n,e),e=t?.pageInfo.endCursor??null})};li(f);let p=s(()=>c[0]?.connection?ui(c.flatMap(({connection:e})=>e?.nodes??[])):null,c.map(({connection:e})=>e)),m=c.at(-1),h=m?.connection?.pageInfo;return{rows:p,hasMore:h?.hasNextPage??!1,loadMore:()=>{m&&!m.loading&&h?.hasNextPage&&u.current.read(c.length,h.endCursor)},problem:c.find(({problem:e})=>e)?.problem??null,loading:c.length===0||c.some(({loading:e})=>e),reload:f}}function li(e){let t=w(e);t.current=e,T(()=>{let e=()=>{document.visibilityState===`visible`&&t.current()};return document.addEventListener(`visibilitychange`,e),addEventListener(`online`,e),()=>{document.removeEventListener(`visibilitychange`,e),removeEventListener(`online`,e)}},[])}function ui(e){return[...new Map(e.map(e=>[e.id,e])).values()]}function di(e){return e.name||e.phone||b(`customer.nameless`)}function fi({customer:e}){let t=De.value,n=`id`in t&&t.screen.startsWith(`customer`)&&t.id===e.id;return v(`li`,{class:`customer-row`,"data-current":n,children:v(`a`,{id:`customer-${e.id}`,class:`row-link`,href:fe(_e(e.id)),"aria-current":n?`page`:void 0,children:[v(pi,{customer:e}),v(x,{name:`next`})]})})}function pi({customer:e}){return v(ue,{children:[v(_i,{customer:e}),v(`span`,{class:`row-text`,children:[v(`span`,{class:`row-title`,children:di(e)}),v(`span`,{class:`row-facts`,children:[e.name?e.phone??``:b(`customer.nameless`),e.telegramId!==null&&v(hi,{customer:e}),mi(e)&&v(`span`,{class:`unproven`,children:b(`customer.unproven`)})]})]})]})}function mi({telegramId:e,verified:t}){return e!==null&&!t}function hi({customer:e}){let t=f(e)===`blocked`,n=b(t?`customer.hasBlocked`:`customer.inTelegram`);return v(`span`,{class:t?`has-blocked`:`in-telegram`,role:`img`,"aria-label":n,title:n,children:v(x,{name:t?`warning`:`telegram`})})}var gi=7;function _i({customer:e}){let t=(e.name??``).match(/\p{L}/u)?vi(e.name):``;return v(`span`,{class:`avatar avatar-${Number(e.id)%gi}`,"aria-hidden":`true`,children:t||v(x,{name:`person`})})}function vi(e){return e.split(/\s+/).map(e=>e.match(/\p{L}/u)?.[0]??``).filter(Boolean).slice(0,2).join(``).toUpperCase()}var yi=200;function bi({label:e,type:t,value:n,onInput:r,onSubmit:i}){let a=w(null);return v(`form`,{class:`search-field`,onSubmit:e=>{e.preventDefault(),i?.(),a.current?.blur()},children:[v(x,{name:`search`}),v(`input`,{ref:a,type:t,value:n,maxLength:yi,"aria-label":e,placeholder:e,autocomplete:`off`,enterkeyhint:`search`,onInput:e=>r(e.currentTarget.value)}),n!==``&&v(`button`,{type:`button`,"aria-label":b(`filter.clear`),onClick:()=>{r(``),a.current?.focus()},children:v(x,{name:`close`})})]})}function xi({text:e,count:t,on:n,onToggle:r,look:i}){return v(`button`,{type:`button`,class:`chip ${i?`chip-${i}`:``}`,"aria-pressed":n,onClick:r,children:[e,t?v(`span`,{class:`chip-count`,children:be(c.value,t)}):null]})}function Si({onMore:e}){let t=w(null),n=w(e);return n.current=e,T(()=>{let e=new IntersectionObserver(e=>e.some(({isIntersecting:e})=>e)&&n.current(),{rootMargin:`600px`,scrollMargin:`600px`});return e.observe(t.current),()=>e.disconnect()}),v(`div`,{class:`list-more`,children:v(`button`,{ref:t,type:`button`,class:`plain-button`,onClick:e,children:b(`list.more`)})})}async function Ci(e,t){let{id:n,status:r}=e;C.haptic(`selection`);try{await Yn(qe,{taskData:{id:n,status:t}},{fetch:Ti(n)}),E(b(`task.changed`,{id:n,status:b(`status.${t}`)}),{action:{text:b(`action.undo`),run:()=>void Ci({id:n,status:t},r)}})}catch(e){if(!(e instanceof a))throw e;C.haptic(`error`),E(b(`task.notChanged`,{id:n,status:b(`status.${r}`),reason:ye(e)}),{kind:`failed`})}}var wi=new Map;function Ti(e){return(t,n)=>{let r=()=>re(t,{...n,keepalive:!0}),i=wi.get(e)?.then(r,r)??r(),a=()=>{wi.get(e)===i&&wi.delete(e)};return wi.set(e,i),i.then(a,a),i}}function Ei({task:e,day:t}){let{id:n,customer:r,status:i}=e,a=e.category??`OTHER`,o=De.value,s=`id`in o&&o.screen.startsWith(`task`)&&o.id===n,c=b(`task.title`,{id:n}),l=r?di(r):b(`task.withoutCustomer`),d=t===void 0&&r?.name?r.phone:null,f=[t??`№ ${n}`,d??b(`category.${a}`)];return v(`li`,{class:`task-row`,"data-current":s,children:[v(`span`,{class:`tile tile-${a}`,title:b(`category.${a}`),children:[v(x,{name:a}),v(`span`,{class:`visually-hidden`,children:b(`category.${a}`)})]}),v(`a`,{id:`task-${n}`,class:`row-title whole-row`,href:fe(u(n)),"aria-label":t===void 0?`${c}, ${l}`:void 0,"aria-current":s?`page`:void 0,children:t===void 0?l:c}),i&&v(Oi,{status:i}),e.description&&v(`span`,{class:`task-description`,children:e.description}),v(`span`,{class:`task-facts quiet`,children:[v(`span`,{class:`fact`,children:[f[0],` ·`]}),` `,v(`span`,{class:`fact`,children:f[1]})]}),i&&v(Di,{id:n,status:i})]})}function Di({id:e,status:t}){let n=i(t);return n===null?null:v(`button`,{type:`button`,class:`next-button`,"aria-label":b(`tasks.advance`,{id:e,action:b(`next.${n}`)}),onClick:()=>void Ci({id:e,status:t},n),children:[b(`next.${n}`),v(x,{name:`next`})]})}function Oi({status:e}){return v(`span`,{class:`pill pill-${e}`,children:b(`status.${e}`)})}var ki=e(async()=>(await ie(async()=>{let{ExportDialog:e}=await import(`./export-dialog-CuhB9RAL.js`);return{ExportDialog:e}},__vite__mapDeps([0,1,2]))).ExportDialog,0);function Ai(e){let[t,n]=r(!1),i=b(`action.export`);return v(ue,{children:[v(`button`,{type:`button`,class:`round-button`,"aria-label":i,title:i,onClick:()=>n(!0),children:v(x,{name:`download`})}),t&&v(ki,{...e,onClose:()=>n(!1)})]})}function ji(e,t){let[n,i]=r({list:t,ids:[]}),a=e=>e.list===t?e.ids:[];return{count:a(n).filter(t=>!e?.some(e=>e.id===t)).length,add:e=>i(n=>({list:t,ids:[...a(n),e]})),drop:e=>i(n=>({list:t,ids:a(n).filter(t=>t!==e)}))}}function Mi({count:e,onShow:t}){return e===0?null:v(`div`,{class:`new-rows`,role:`status`,children:v(`button`,{type:`button`,class:`plain-button`,onClick:()=>{t(),window.scrollTo({top:0})},children:b(`list.arrived`,{count:e})})})}export{mr as $,Jr as A,kr as B,Xr as C,Pe as Ct,Kr as D,Re as Dt,Wr as E,Be as Et,Pr as F,wr as G,Dr as H,Ir as I,xr as J,Tr as K,Lr as L,Hr as M,Fr as N,Vr as O,ze as Ot,Nr as P,_r as Q,jr as R,Yr as S,Ne as St,Ur as T,Me as Tt,Er as U,Or as V,Cr as W,yr as X,br as Y,pr as Z,ni as _,We as _t,Ci as a,nr as at,$r as b,Ke as bt,bi as c,Zn as ct,fi as d,An as dt,vr as et,mi as f,Pn as ft,ri as g,Ye as gt,si as h,Xe as ht,Ei as i,rr as it,Gr as j,Zr as k,Le as kt,_i as l,jn as lt,ci as m,Ue as mt,ji as n,dr as nt,Si as o,Gn as ot,di as p,Ge as pt,Sr as q,Ai as r,$n as rt,xi as s,Yn as st,Mi as t,gr as tt,pi as u,In as ut,ti as v,He as vt,qr as w,Fe as wt,Qr as x,Ie as xt,ei as y,Je as yt,Ar as z};