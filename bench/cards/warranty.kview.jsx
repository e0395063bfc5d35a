const warranty = kobject.custom;

<Container>
  <Field field="serialStr" type="kobject.warranty" value={warranty.serialStr} />
  <Field field="boughtAt" type="kobject.warranty" value={warranty.boughtAt} />
  <Field field="endsAt" type="kobject.warranty" value={warranty.endsAt} />
  <Field field="extendedBool" type="kobject.warranty" value={warranty.extendedBool} />
  <BasicField label="Dealer" value={warranty.dealerStr} />
  <BasicField label="Repairs" value={kobject.data.repairs.join(", ") || "none"} />
</Container>;
