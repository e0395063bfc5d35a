/** Every kind of row that agents edit, as a details view has them. */
export const rowsView = `
<div>
  <Row field="subjectStr" value={conversation.custom.subjectStr} />
  <Row field="noteTxt" value={conversation.custom.noteTxt} />
  <Row field="pointsNum" value={conversation.custom.pointsNum} />
  <Row field="dueAt" value={conversation.custom.dueAt} />
  <Row field="deliveryAt" value={conversation.custom.deliveryAt} />
  <Row field="vipBool" value={conversation.custom.vipBool} />
  <Row field="orderUrl" value={conversation.custom.orderUrl} />
  <Row field="reasonTree" value={conversation.custom.reasonTree} />
  <RowPriority value={conversation.priority} />
  <RowAssignmentUser value={conversation.assignedUsers} />
  <RowAssignmentTeam value={conversation.assignedTeams} />
  <Row field="cardStr" value={conversation.custom.cardStr} />
  <Row field="updatedAt" value={conversation.updatedAt} />
</div>`;

export const rowsData = {
  conversation: {
    id: "v1",
    priority: 3,
    assignedUsers: [{ id: "u1", name: "Kim Berg" }],
    updatedAt: "2026-10-02T15:04:05Z",
    custom: {
      subjectStr: "Parcel arrived with a torn box",
      noteTxt: "Prefers e-mail.\nSpeaks Swedish and English.",
      pointsNum: 1840.5,
      dueAt: "2026-10-09T08:30:00Z",
      deliveryAt: "2026-10-06",
      vipBool: true,
      orderUrl: "https://shop.example.com/orders/10-4418",
      reasonTree: "returns.damaged",
      cardStr: { isMasked: true, maskedPresentation: "•••• 4417" },
    },
  },
};
